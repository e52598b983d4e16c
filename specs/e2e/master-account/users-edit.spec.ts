import { expect } from '../../../fixtures';
import { freshEmail, invite, join } from './support/people';
import { test } from './support/test';
import { failOnce } from '../support/outage';

test.describe('editing users', {
  tag: ['@area:master-account', '@needs:web', '@needs:user-service', '@needs:auth-service'],
}, () => {
  test.use({ role: 'owner' });

  test('saves name and phone for good', async ({ pages, api, page }) => {
    const nora = await invite(await api.as('owner'));
    const users = await pages.users.open();
    const dialog = await users.edit(nora.name);
    await dialog.fill({ name: 'Nora Neumann', phone: '+41 44 555 00 11' });
    await dialog.save();
    await expect(users.message).toHaveText('Nora Neumann was saved.');
    await page.reload();
    const row = users.table.row('Nora Neumann');
    await expect(row.person).toContainText('+41 44 555 00 11');
    await expect(users.table.row(nora.name).root).toBeHidden();
  });

  test('starts with what is known', async ({ pages, api }) => {
    const nora = await invite(await api.as('owner'), { phone: '031 555 12 34', role: 'doctor' });
    const dialog = await (await pages.users.open()).edit(nora.name);
    await expect(dialog.name).toHaveValue(nora.name);
    await expect(dialog.email).toHaveValue(nora.email);
    await expect(dialog.phone).toHaveValue('031 555 12 34');
    await expect(dialog.role).toHaveValue('doctor');
  });

  test('a phone number can be taken away', async ({ pages, api }) => {
    const nora = await invite(await api.as('owner'), { phone: '031 555 12 34' });
    const users = await pages.users.open();
    const dialog = await users.edit(nora.name);
    await dialog.fill({ phone: '' });
    await dialog.save();
    await expect(dialog.root).toBeHidden();
    await expect(users.table.row(nora.name).person).not.toContainText('031 555 12 34');
  });

  test('a new e-mail address is the one to sign in with', async ({ pages, api, others }) => {
    const nora = await join(await api.as('owner'));
    const email = freshEmail();
    const users = await pages.users.open();
    const dialog = await users.edit(nora.name);
    await dialog.fill({ email });
    await dialog.save();
    await expect(users.table.row(nora.name).person).toContainText(email);
    const theirs = await others.signedIn({ email, password: nora.password });
    await expect(theirs.dashboard.greeting(nora.name)).toBeVisible();
  });

  test('refuses an e-mail address that somebody else has', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const [nora, paula] = await Promise.all([invite(owner), invite(owner, { name: 'Paula Present' })]);
    const users = await pages.users.open();
    const dialog = await users.edit(nora.name);
    await dialog.fill({ email: paula.email });
    await dialog.save();
    await expect(dialog.root.getByText('This e-mail address is in use already.')).toBeVisible();
    await dialog.cancel();
    await expect(users.table.row(nora.name).person).toContainText(nora.email);
  });

  test('demands a name', async ({ pages, api }) => {
    const nora = await invite(await api.as('owner'));
    const dialog = await (await pages.users.open()).edit(nora.name);
    await dialog.fill({ name: '   ' });
    await dialog.save();
    await expect(dialog.name).toHaveAccessibleDescription('Please fill in this field.');
    await expect(dialog.name).toBeFocused();
  });

  test('keeps everything when it is cancelled, and gives the focus back', async ({ pages, api }) => {
    const nora = await invite(await api.as('owner'));
    const users = await pages.users.open();
    const dialog = await users.edit(nora.name);
    await dialog.fill({ name: 'Somebody Else', role: 'Patient' });
    await dialog.cancel();
    const row = users.table.row(nora.name);
    await expect(row.edit).toBeFocused();
    await users.open();
    await expect(row.role).toHaveText('Pharmacist');
  });

  test("the owner's own role cannot be changed", async ({ pages }) => {
    const dialog = await (await pages.users.open()).edit('Olivia Owner');
    await expect(dialog.role).toBeDisabled();
    await expect(dialog.role).toHaveValue('owner');
    await expect(dialog.name).toBeEditable();
  });

  test('nobody can be made an owner', async ({ pages, api }) => {
    const nora = await invite(await api.as('owner'));
    const dialog = await (await pages.users.open()).edit(nora.name);
    await expect(dialog.role.getByRole('option')).toHaveText(['Pharmacist', 'Assistant', 'Doctor', 'Patient']);
  });

  test('a new role is what that user sees next', async ({ pages, tenant, others }) => {
    const theirs = await others.as('assistant');
    await theirs.dashboard.open();
    await expect(theirs.dashboard.position(tenant.name, 'Assistant')).toBeVisible();
    const users = await pages.users.open();
    const dialog = await users.edit('Anton Assistant');
    await dialog.fill({ role: 'Doctor' });
    await dialog.save();
    await expect(users.table.row('Anton Assistant').role).toHaveText('Doctor');
    await theirs.page.reload();
    await expect(theirs.dashboard.position(tenant.name, 'Doctor')).toBeVisible();
  });

  test('a new role brings its own rights', async ({ pages, tenant }) => {
    await tenant.account('assistant');
    const users = await pages.users.open();
    const dialog = await users.edit('Anton Assistant');
    await dialog.fill({ role: 'Doctor' });
    await dialog.save();
    await expect(users.table.row('Anton Assistant').role).toHaveText('Doctor');
    const permissions = await users.permissionsOf('Anton Assistant');
    await expect(permissions.right('Consultations').root).toContainText('Allowed by the role');
    await expect(permissions.right('Inventory').root).toContainText('Not allowed');
  });

  test("one's own new name shows in the header", async ({ pages }) => {
    const users = await pages.users.open();
    const dialog = await users.edit('Olivia Owner');
    await dialog.fill({ name: 'Olivia Obrist' });
    await dialog.save();
    await expect(pages.shell.userMenu.of('Olivia Obrist')).toBeVisible();
  });

  test('says so when saving is not possible now, and tries again', async ({ pages, api, page }) => {
    const nora = await invite(await api.as('owner'));
    const users = await pages.users.open();
    await failOnce(page, { method: 'PATCH', path: `/api/users/${nora.id}`, service: 'user-service' });
    const dialog = await users.edit(nora.name);
    await dialog.fill({ name: 'Nora Neumann' });
    await dialog.save();
    await expect(dialog.alert).toContainText('is not available right now. (user-service does not answer.)');
    await dialog.unavailable.retry();
    await expect(users.table.row('Nora Neumann').root).toBeVisible();
  });
});
