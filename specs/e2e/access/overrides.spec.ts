import { expect, test } from '../../../fixtures';
import { dataOf } from '../../../platform/testing/session-strategy';

const NO_ACCESS = 'You do not have access to this area';
const ENDED = 'Your session has ended. Please sign in again.';

test.describe('an open page', {
  tag: ['@area:access', '@needs:web', '@needs:user-service', '@needs:inventory-service'],
}, () => {
  test.use({ role: 'assistant' });

  test.beforeEach(async ({ pages }) => {
    await pages.items.open();
  });

  test('closes when its right is taken away, at the next thing that is asked for', async ({ pages, api, auth }) => {
    const { id } = dataOf(await auth.session('assistant')).user;
    const data = { overrides: { inventory: 'deny' } };
    await (await api.as('owner')).put(`/api/users/${id}/permissions`, { data });
    await pages.items.search.fill('aspirin');
    await expect(pages.shell.heading).toHaveText(NO_ACCESS);
    await pages.shell.navigation.reveal();
    await expect(pages.shell.navigation.link('Messages')).toBeVisible();
    await expect(pages.shell.navigation.link('Inventory')).toBeHidden();
  });

  test('follows a new role at the next thing that is asked for', async ({ pages, api, auth }) => {
    const { id } = dataOf(await auth.session('assistant')).user;
    await (await api.as('owner')).patch(`/api/users/${id}`, { data: { role: 'doctor' } });
    await pages.items.search.fill('aspirin');
    await expect(pages.shell.heading).toHaveText(NO_ACCESS);
    await pages.shell.navigation.reveal();
    await expect(pages.shell.navigation.link('Consultations')).toBeVisible();
    await expect(pages.shell.navigation.link('Inventory')).toBeHidden();
  });

  for (const { what, end } of [
    { what: 'is deactivated', end: 'deactivate' },
    { what: 'is deleted', end: 'delete' },
  ] as const) {
    test(`of a user who ${what} leads to sign-in`, async ({ pages, api, auth }) => {
      const at = `/api/users/${dataOf(await auth.session('assistant')).user.id}`;
      const owner = await api.as('owner');
      const answer = await owner.fetch(end === 'delete' ? at : `${at}/${end}`, { method: end === 'delete' ? 'DELETE' : 'POST' });
      expect(answer.ok()).toBe(true);
      await pages.items.search.fill('aspirin');
      await expect(pages.signIn.notice).toHaveText(ENDED);
    });
  }
});

test.describe('a right that was granted', { tag: ['@area:access', '@needs:web', '@needs:user-service'] }, () => {
  test('opens its area in the app', { tag: '@needs:inventory-service' }, async ({ page, pages, api, auth }) => {
    const { id } = dataOf(await auth.session('doctor')).user;
    const data = { overrides: { inventory: 'grant' } };
    await (await api.as('owner')).put(`/api/users/${id}/permissions`, { data });
    await auth.signIn(page, 'doctor');
    await pages.dashboard.open();
    await pages.shell.navigation.goTo('Inventory');
    await expect(pages.items.heading).toBeVisible();
    await expect(pages.items.areas.getByRole('link')).toHaveText(['Items', 'Alerts', 'Reorder']);
  });
});
