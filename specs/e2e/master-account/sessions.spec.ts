import { expect } from '../../../fixtures';
import { test } from './support/test';
import { failOnce } from '../support/outage';

test.describe('sessions', { tag: ['@area:master-account', '@needs:web', '@needs:auth-service'] }, () => {
  test.use({ role: 'owner' });

  test('marks this device, which cannot be ended here', async ({ pages }) => {
    const sessions = await pages.sessions.open();
    await expect(sessions.devices).toHaveCount(1);
    await expect(sessions.current.device).toContainText('This device');
    await expect(sessions.current.end).toBeHidden();
    await expect(sessions.endOthers).toBeHidden();
  });

  test('lists other devices by browser and system', async ({ pages, others, auth }) => {
    await others.signedIn(await auth.account('owner'));
    const sessions = await pages.sessions.open();
    await expect(sessions.devices).toHaveCount(2);
    await expect(sessions.other(/^Chrome on (Linux|Windows|Android)$/).root).toContainText('127.0.0.1');
  });

  test('ends one session, whose browser is signed out at the next step', async ({ pages, others, auth }) => {
    const laptop = await others.signedIn(await auth.account('owner'));
    const sessions = await pages.sessions.open();
    await sessions.other(/^Chrome on/).end.click();
    await sessions.confirmation('End this session?').accept('End session');
    await expect(sessions.message).toHaveText('The session was ended.');
    await expect(sessions.devices).toHaveCount(1);
    await laptop.shell.navigation.goTo('Settings');
    await expect(laptop.signIn.heading).toBeVisible();
    await expect(laptop.signIn.notice).toHaveText('Your session has ended. Please sign in again.');
  });

  test('ends all others at once and stays signed in itself', async ({ pages, others, auth, page }) => {
    const owner = await auth.account('owner');
    const [laptop, phone] = await Promise.all([others.signedIn(owner), others.signedIn(owner)]);
    const sessions = await pages.sessions.open();
    await expect(sessions.devices).toHaveCount(3);
    await sessions.endOthers.click();
    await sessions.confirmation('Sign out all other devices?').accept('Sign out all other devices');
    await expect(sessions.message).toHaveText('2 other sessions were ended.');
    await expect(sessions.devices).toHaveCount(1);
    for (const { shell, signIn } of [laptop, phone]) {
      await shell.navigation.goTo('Settings');
      await expect(signIn.heading).toBeVisible();
    }
    await page.reload();
    await expect(sessions.current.device).toBeVisible();
    await expect(sessions.endOthers).toBeHidden();
  });

  test('keeps the session when the question is cancelled', async ({ pages, others, auth }) => {
    const laptop = await others.signedIn(await auth.account('owner'));
    const sessions = await pages.sessions.open();
    const other = sessions.other(/^Chrome on/);
    await other.end.click();
    const question = sessions.confirmation('End this session?');
    await expect(question.root).toContainText('is signed out at once.');
    await question.cancel();
    await expect(other.end).toBeFocused();
    await laptop.shell.navigation.goTo('Settings');
    await expect(laptop.settings.organisation).toBeVisible();
  });

  test('a device that signs out is gone from the list', async ({ pages, others, auth }) => {
    const laptop = await others.signedIn(await auth.account('owner'));
    await laptop.shell.userMenu.signOut();
    await expect(laptop.signIn.notice).toContainText('You are signed out.');
    await expect((await pages.sessions.open()).devices).toHaveCount(1);
  });

  test("nobody sees another user's sessions", async ({ pages, others }) => {
    const theirs = await others.as('pharmacist');
    await expect((await theirs.sessions.open()).devices).toHaveCount(1);
    await expect((await pages.sessions.open()).devices).toHaveCount(1);
  });

  test('says that the list is not available, and shows it at the next try', async ({ pages, page }) => {
    await failOnce(page, { path: '/api/auth/sessions', service: 'auth-service' });
    const sessions = await pages.sessions.open();
    await expect(sessions.unavailable.root).toContainText('The list of sessions is not available right now.');
    await sessions.unavailable.retry();
    await expect(sessions.current.device).toBeVisible();
  });

  test('stays open and says so when ending did not work', async ({ pages, page, others, auth }) => {
    await others.signedIn(await auth.account('owner'));
    const sessions = await pages.sessions.open();
    await failOnce(page, { method: 'DELETE', path: '/api/auth/sessions', service: 'auth-service' });
    await sessions.endOthers.click();
    const question = sessions.confirmation('Sign out all other devices?');
    await question.accept('Sign out all other devices');
    await expect(question.alert).toContainText('The list of sessions is not available right now.');
    await question.accept('Sign out all other devices');
    await expect(sessions.message).toHaveText('1 other session was ended.');
  });
});
