import { expect } from '../../../fixtures';
import { decide, idOf, invite } from './support/people';
import { test } from './support/test';

test.describe('permissions', {
  tag: ['@area:master-account', '@needs:web', '@needs:user-service', '@needs:auth-service'],
}, () => {
  test.use({ role: 'owner' });

  test('shows what the role allows', async ({ pages, api }) => {
    const nora = await invite(await api.as('owner'), { role: 'assistant' });
    const dialog = await (await pages.users.open()).permissionsOf(nora.name);
    await expect(dialog.root).toContainText('The role Assistant decides');
    await expect(dialog.right('Inventory').root).toContainText('Allowed by the role');
    await expect(dialog.right('Messages').root).toContainText('Allowed by the role');
    await expect(dialog.right('Prescriptions').root).toContainText('Not allowed by the role');
    await expect(dialog.right('Users').inherit).toBeChecked();
  });

  test('shows what a choice comes to before it is saved', async ({ pages, api }) => {
    const nora = await invite(await api.as('owner'), { role: 'assistant' });
    const dialog = await (await pages.users.open()).permissionsOf(nora.name);
    await dialog.right('Reports').grant.check();
    await expect(dialog.right('Reports').root).toContainText('Allowed by this setting');
    await dialog.right('Inventory').deny.check();
    await expect(dialog.right('Inventory').root).toContainText('Not allowed by this setting');
    await dialog.right('Inventory').inherit.check();
    await expect(dialog.right('Inventory').root).toContainText('Allowed by the role');
  });

  test('keeps what was saved', async ({ pages, api }) => {
    const nora = await invite(await api.as('owner'), { role: 'assistant' });
    const users = await pages.users.open();
    const dialog = await users.permissionsOf(nora.name);
    await dialog.right('Reports').grant.check();
    await dialog.right('Inventory').deny.check();
    await dialog.save();
    await expect(users.message).toHaveText(`The permissions of ${nora.name} were saved.`);
    await users.open();
    await users.permissionsOf(nora.name);
    await expect(dialog.right('Reports').grant).toBeChecked();
    await expect(dialog.right('Inventory').deny).toBeChecked();
    await expect(dialog.right('Messages').inherit).toBeChecked();
  });

  test('keeps everything when it is cancelled, and gives the focus back', async ({ pages, api }) => {
    const nora = await invite(await api.as('owner'));
    const users = await pages.users.open();
    const dialog = await users.permissionsOf(nora.name);
    await dialog.right('Users').grant.check();
    await dialog.cancel();
    await expect(users.table.row(nora.name).permissions).toBeFocused();
    await users.permissionsOf(nora.name);
    await expect(dialog.right('Users').inherit).toBeChecked();
  });

  test('a granted right opens its areas to that user', async ({ pages, others }) => {
    const theirs = await others.as('assistant');
    await theirs.locations.open();
    await theirs.locations.navigation.reveal();
    await expect(theirs.locations.navigation.areas).toHaveText(['Locations', 'Security', 'Sessions', 'Settings']);
    const users = await pages.users.open();
    const dialog = await users.permissionsOf('Anton Assistant');
    await dialog.right('Users').grant.check();
    await dialog.save();
    await expect(dialog.root).toBeHidden();
    await theirs.locations.open();
    await theirs.locations.navigation.goTo('Users');
    await expect(theirs.users.table.row('Anton Assistant').person).toContainText('You');
    await theirs.users.navigation.goTo('Audit log');
    await expect(theirs.auditLog.heading).toBeVisible();
  });

  test('a denied right closes its areas to that user', async ({ pages, others, api, auth }) => {
    const owner = await api.as('owner');
    const { email } = await auth.account('assistant');
    await decide(owner, await idOf(owner, email), { users: 'grant' });
    const theirs = await others.as('assistant');
    await theirs.users.open();
    const users = await pages.users.open();
    const dialog = await users.permissionsOf('Anton Assistant');
    await dialog.right('Users').deny.check();
    await dialog.save();
    await expect(dialog.root).toBeHidden();
    await theirs.page.reload();
    await expect(theirs.users.noAccess).toBeVisible();
    await theirs.users.navigation.reveal();
    await expect(theirs.users.navigation.areas).toHaveText(['Locations', 'Security', 'Sessions', 'Settings']);
  });

  test('a right that is taken away holds on the page that is open', async ({ api, auth, others }) => {
    const owner = await api.as('owner');
    const { email } = await auth.account('assistant');
    const id = await idOf(owner, email);
    await decide(owner, id, { users: 'grant' });
    const { users } = await others.as('assistant');
    await users.open();
    await expect(users.table.row('Olivia Owner').root).toBeVisible();
    await decide(owner, id, {});
    await users.filters.role.selectOption('Doctor');
    await expect(users.noAccess).toBeVisible();
  });

  test("the owner's rights are fixed", async ({ pages }) => {
    const dialog = await (await pages.users.open()).permissionsOf('Olivia Owner');
    await expect(dialog.root).toContainText('The owner holds every right. This cannot be changed.');
    await expect(dialog.choices).toHaveCount(18);
    for (const right of ['Prescriptions', 'Inventory', 'Consultations', 'Messages', 'Reports', 'Users']) {
      await expect(dialog.right(right).root).toContainText('Allowed');
      await expect(dialog.right(right).deny).toBeDisabled();
    }
    await expect(dialog.saveButton).toBeHidden();
    await dialog.close.click();
    await expect(dialog.root).toBeHidden();
  });

  test('a new role does not undo what was decided for the user', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const nora = await invite(owner, { role: 'assistant' });
    await decide(owner, nora.id, { reports: 'grant' });
    const users = await pages.users.open();
    const edit = await users.edit(nora.name);
    await edit.fill({ role: 'Patient' });
    await edit.save();
    await expect(users.table.row(nora.name).role).toHaveText('Patient');
    const dialog = await users.permissionsOf(nora.name);
    await expect(dialog.right('Reports').grant).toBeChecked();
    await expect(dialog.right('Inventory').root).toContainText('Not allowed');
  });

  test('others do not see the editor', async ({ others, api, auth }) => {
    const owner = await api.as('owner');
    const { email } = await auth.account('pharmacist');
    await decide(owner, await idOf(owner, email), { users: 'grant' });
    const { users } = await others.as('pharmacist');
    await users.open();
    const row = users.table.row('Petra Pharmacist');
    await expect(row.edit).toBeVisible();
    await expect(row.permissions).toBeHidden();
  });
});
