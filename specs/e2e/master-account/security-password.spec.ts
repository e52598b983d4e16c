import { expect } from '../../../fixtures';
import { freshPassword } from './support/people';
import { test } from './support/test';
import { failOnce } from '../support/outage';

test.describe('changing the password', { tag: ['@area:master-account', '@needs:web', '@needs:auth-service'] }, () => {
  test.use({ role: 'owner' });

  test('the new password is the one to sign in with', async ({ pages, auth, others }) => {
    const owner = await auth.account('owner');
    const next = freshPassword();
    const security = await pages.security.open();
    await security.password.change(owner.password, next);
    await expect(security.message).toHaveText('Your password was changed.');
    const theirs = await others.stranger();
    await (await theirs.signIn.open()).signIn(owner);
    await expect(theirs.signIn.problem).toContainText('The e-mail address or the password is wrong.');
    await theirs.signIn.signIn({ ...owner, password: next });
    await expect(theirs.dashboard.heading).toBeVisible();
  });

  test('signs out all other devices, but not this one', async ({ pages, auth, others, page }) => {
    const owner = await auth.account('owner');
    const laptop = await others.signedIn(owner);
    const security = await pages.security.open();
    await security.password.change(owner.password, freshPassword());
    await expect(security.message).toHaveText('Your password was changed.');
    await laptop.shell.navigation.goTo('Settings');
    await expect(laptop.signIn.notice).toContainText('Your session has ended.');
    await page.reload();
    await expect(security.heading).toBeVisible();
  });

  test('empties the fields afterwards', async ({ pages, auth }) => {
    const owner = await auth.account('owner');
    const { password, message } = await pages.security.open();
    await password.change(owner.password, freshPassword());
    await expect(message).toHaveText('Your password was changed.');
    await expect(password.current).toHaveValue('');
    await expect(password.next).toHaveValue('');
  });

  test('a wrong current password is said at its field', async ({ pages, auth, others }) => {
    const { password } = await pages.security.open();
    await password.change('Not-The-Password-1', freshPassword());
    await expect(password.current).toHaveAccessibleDescription('The current password is wrong.');
    await expect(password.current).toBeFocused();
    const theirs = await others.signedIn(await auth.account('owner'));
    await expect(theirs.dashboard.heading).toBeVisible();
  });

  test('shows which rules the new password meets', async ({ pages }) => {
    const { password } = await pages.security.open();
    await expect(password.rules.marked('at least 12 characters', 'not met yet')).toBeVisible();
    await password.next.fill('longenoughpassword');
    await expect(password.rules.marked('at least 12 characters', 'met')).toBeVisible();
    await expect(password.rules.marked('a lower-case letter', 'met')).toBeVisible();
    await expect(password.rules.marked('an upper-case letter', 'not met yet')).toBeVisible();
    await expect(password.rules.marked('a digit', 'not met yet')).toBeVisible();
  });

  test('a password that breaks a rule is not sent', async ({ pages, auth }) => {
    const owner = await auth.account('owner');
    const { password } = await pages.security.open();
    await expect(password.rules.rules).not.toHaveCount(0);
    await password.change(owner.password, 'tooweak');
    await expect(password.next).toHaveAccessibleDescription('This password does not meet all the rules below.');
  });

  test('a password that many people use is refused', async ({ pages, auth }) => {
    const owner = await auth.account('owner');
    const { password, message } = await pages.security.open();
    await password.change(owner.password, 'Password1234');
    await expect(password.next).toHaveAccessibleDescription(/commonly used/);
    await expect(message).not.toHaveText('Your password was changed.');
  });

  test('the current password is needed', async ({ pages }) => {
    const { password } = await pages.security.open();
    await password.change('', freshPassword());
    await expect(password.current).toHaveAccessibleDescription('Please fill in this field.');
  });

  test('what was typed can be shown and hidden', async ({ pages }) => {
    const { password } = await pages.security.open();
    await expect(password.next).toHaveAttribute('type', 'password');
    await password.toggle('next');
    await expect(password.next).toHaveAttribute('type', 'text');
    await expect(password.current).toHaveAttribute('type', 'password');
    await password.toggle('next');
    await expect(password.next).toHaveAttribute('type', 'password');
  });

  test('keeps what was typed when the service is down, and sends it again', async ({ pages, page, auth }) => {
    const owner = await auth.account('owner');
    const security = await pages.security.open();
    await failOnce(page, { method: 'PUT', path: '/api/auth/password', service: 'auth-service' });
    await security.password.change(owner.password, freshPassword());
    await expect(security.unavailable.root).toContainText('is not available right now. (auth-service does not answer.)');
    await security.unavailable.retry();
    await expect(security.message).toHaveText('Your password was changed.');
  });
});
