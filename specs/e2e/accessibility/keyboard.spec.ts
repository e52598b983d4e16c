import { expect, test } from '../../../fixtures';
import { join } from '../master-account/support/people';
import { meet } from '../teleconsultation/support/consultations';
import { test as shared } from '../support/filled';
import { mainPage, settled, visit } from '../support/main-pages';
import { tab, tabTo } from './support/focus';

const SERVICES = ['@needs:web', '@needs:user-service', '@needs:auth-service'];

test.describe('by keyboard alone', { tag: ['@area:accessibility', ...SERVICES] }, () => {
  test('one can sign in', async ({ page, pages, auth }) => {
    const { email, password } = await auth.account('owner');
    await pages.signIn.open();
    await expect(pages.signIn.email).toBeFocused();
    await page.keyboard.type(email);
    await tabTo(page, 'Password');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await expect(pages.dashboard.heading).toBeFocused();
  });

  test('one can invite somebody, and is back where one was', async ({ page, pages, auth }) => {
    await auth.signIn(page, 'owner');
    await pages.users.open();
    await settled(page);
    await tabTo(page, 'Invite user');
    await page.keyboard.press('Enter');
    await expect(pages.users.inviteDialog.name).toBeFocused();
    await page.keyboard.type('Nora Newcomer');
    await tabTo(page, 'E-mail address');
    await page.keyboard.type(`nora-${crypto.randomUUID()}@officina.example`);
    await tabTo(page, 'Role');
    await page.keyboard.type('Doctor');
    await page.keyboard.press('Tab');
    await tabTo(page, 'Send invitation');
    await page.keyboard.press('Enter');
    await expect(pages.users.linkDialog('Nora Newcomer').link).toBeVisible();
    await tabTo(page, 'Done');
    await page.keyboard.press('Enter');
    await expect(pages.users.inviteButton).toBeFocused();
    await expect(pages.users.table.row('Nora Newcomer').role).toHaveText('Doctor');
  });

  test('one can write in a room', async ({ page, pages, api, auth }) => {
    const [doctor, patient] = await Promise.all([api.as('doctor'), api.as('patient')]);
    const consultation = pages.consultation(await meet({ doctor, patient }));
    await auth.signIn(page, 'doctor');
    await consultation.open();
    await expect(consultation.room.message).toBeVisible();
    await tabTo(page, 'Message');
    await page.keyboard.type('How are you?');
    await page.keyboard.press('Enter');
    await expect(consultation.room.messages).toContainText(['How are you?']);
    await expect(consultation.room.message).toBeFocused();
  });

  for (const name of ['sign-in', 'users', 'locations', 'inventory', 'conversation', 'consultation room']) {
    shared(`every stop on the page "${name}" shows the focus, and nothing covers it`, async ({ page, auth, filled }) => {
      await visit({ page, auth, filled }, mainPage(name));
      const stops = [];
      for (let pressed = 0; pressed < 25; pressed += 1) stops.push(await tab(page));
      expect(stops.filter(({ name: stop, seen }) => !seen && stop !== 'body')).toEqual([]);
    });
  }

  test('Tab does not leave an open dialog', async ({ page, pages, auth }) => {
    await auth.signIn(page, 'owner');
    const { root } = await (await pages.users.open()).startInviting();
    const stops = [];
    for (let pressed = 0; pressed < 12; pressed += 1) {
      const { name } = await tab(page);
      stops.push({ name, within: await root.evaluate((dialog) => dialog.contains(document.activeElement)) });
    }
    // Between the last stop and the first lies the browser's own bar, where the page has no focus.
    expect(stops.filter(({ name, within }) => !within && name !== 'body')).toEqual([]);
  });
});

test.describe('the place of the focus', { tag: ['@area:accessibility', ...SERVICES] }, () => {
  test.use({ role: 'owner' });

  test('stays on the button that leads to the last page', async ({ pages, api }) => {
    const owner = await api.as('owner');
    await Promise.all(Array.from({ length: 21 }, (_, number) => join(owner, { name: `Person ${number}` })));
    const { pager, table } = await pages.users.open();
    await pager.next.press('Enter');
    await expect(table.people).toHaveCount(2);
    await expect(pager.next).toBeDisabled();
    await expect(pager.next).toBeFocused();
  });

  test('goes from "Clear filters" to the search', async ({ page, pages }) => {
    const users = await pages.users.open();
    await page.goto('/master-account/users?search=nobody');
    const clear = page.getByRole('button', { name: 'Clear filters' });
    await clear.press('Enter');
    await expect(clear).toBeHidden();
    await expect(users.filters.search).toBeFocused();
    await expect(users.filters.search).toHaveValue('');
  });

  test('goes to the heading when a message is dismissed', async ({ page, pages }) => {
    const settings = await pages.settings.open();
    await settings.save();
    await expect(settings.message).toHaveText('The settings were saved.');
    const dismiss = page.getByRole('button', { name: 'Dismiss message' });
    await dismiss.press('Enter');
    await expect(dismiss).toBeHidden();
    await expect(settings.heading).toBeFocused();
  });

  test("goes to the dialog's heading when what has it is removed there", async ({ page, pages }) => {
    const dialog = await (await pages.locations.open()).startAdding();
    await dialog.hours('Monday').open('08:00', '12:00');
    await dialog.root.getByRole('button', { name: /^Remove/ }).press('Enter');
    await expect(dialog.hours('Monday').opens).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Add a location' })).toBeFocused();
  });
});
