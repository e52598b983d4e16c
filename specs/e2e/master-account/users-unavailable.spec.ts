import { expect } from '../../../fixtures';
import { invite } from './support/people';
import { test } from './support/test';
import { failOnce } from '../support/outage';

test.describe('users without their service', { tag: ['@area:master-account', '@needs:web', '@needs:user-service'] }, () => {
  test.use({ role: 'owner' });

  test('the list says that it is not available, and comes at the next try', async ({ pages, page }) => {
    await failOnce(page, { path: '/api/users', service: 'user-service' });
    const users = await pages.users.open();
    await expect(users.unavailable.root).toContainText('The user list is not available right now.');
    await expect(users.unavailable.root).toContainText('(user-service does not answer.)');
    await users.unavailable.retry();
    await expect(users.table.row('Olivia Owner').root).toBeVisible();
    await expect(users.unavailable.root).toBeHidden();
  });

  test('the permissions editor says so too', async ({ pages, page, api }) => {
    const nora = await invite(await api.as('owner'));
    await failOnce(page, { path: `/api/users/${nora.id}/permissions`, service: 'user-service' });
    const dialog = await (await pages.users.open()).permissionsOf(nora.name);
    await expect(dialog.alert).toContainText('The permissions editor is not available right now.');
    await dialog.unavailable.retry();
    await expect(dialog.right('Inventory').inherit).toBeChecked();
  });

  test('a new invitation link is made at the next try', async ({ pages, page, api }) => {
    const nora = await invite(await api.as('owner'));
    await failOnce(page, { method: 'POST', path: `/api/users/${nora.id}/invitation`, service: 'user-service' });
    const users = await pages.users.open();
    await users.table.row(nora.name).newLink.click();
    const dialog = users.linkDialog(nora.name);
    await expect(dialog.alert).toContainText('The user administration is not available right now.');
    await dialog.unavailable.retry();
    await expect(dialog.link).toHaveValue(/\/invitation\//);
  });
});
