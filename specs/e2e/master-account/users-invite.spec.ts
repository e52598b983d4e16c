import { expect } from '../../../fixtures';
import { freshEmail, freshPassword, invite } from './support/people';
import { test } from './support/test';
import { failOnce } from '../support/outage';

test.describe('inviting users', {
  tag: ['@area:master-account', '@needs:web', '@needs:user-service', '@needs:auth-service'],
}, () => {
  test.use({ role: 'owner' });

  test('lists the invited person and shows the link to pass on', async ({ pages, stack }) => {
    const users = await pages.users.open();
    const email = freshEmail();
    const dialog = await users.startInviting();
    await dialog.fill({ name: 'Nora Newcomer', email, phone: '+41 31 555 12 34', role: 'Assistant' });
    await dialog.send();
    const link = users.linkDialog('Nora Newcomer');
    await expect(link.link).toHaveValue(new RegExp(`^${stack.appOrigin}/invitation/.{20,}`));
    await link.done();
    await expect(users.message).toHaveText('Nora Newcomer was invited.');
    const row = users.table.row('Nora Newcomer');
    await expect(row.person).toContainText(email);
    await expect(row.person).toContainText('+41 31 555 12 34');
    await expect(row.role).toHaveText('Assistant');
    await expect(row.status).toHaveText('Invited');
  });

  test('the link lets the invited person in, with the role that was chosen', async ({ pages, others, tenant }) => {
    const users = await pages.users.open();
    const dialog = await users.startInviting();
    await dialog.fill({ name: 'Nora Newcomer', email: freshEmail(), role: 'Doctor' });
    await dialog.send();
    const address = await users.linkDialog('Nora Newcomer').link.inputValue();
    const theirs = await others.stranger();
    await theirs.page.goto(address);
    await expect(theirs.invitation.offer(tenant.name, 'Doctor')).toBeVisible();
    await theirs.invitation.accept(freshPassword());
    await expect(theirs.dashboard.greeting('Nora Newcomer')).toBeVisible();
    await users.open();
    await expect(users.table.row('Nora Newcomer').status).toHaveText('Active');
  });

  test('demands name and e-mail address, and puts the focus there', async ({ pages }) => {
    const dialog = await (await pages.users.open()).startInviting();
    await dialog.send();
    await expect(dialog.name).toHaveAccessibleDescription('Please fill in this field.');
    await expect(dialog.email).toHaveAccessibleDescription('Please fill in this field.');
    await expect(dialog.name).toHaveAttribute('aria-invalid', 'true');
    await expect(dialog.name).toBeFocused();
  });

  test('refuses what is no e-mail address and no phone number, at the field', async ({ pages }) => {
    const dialog = await (await pages.users.open()).startInviting();
    await dialog.fill({ name: 'Nora Newcomer', email: 'nora.example.com', phone: 'call me' });
    await dialog.send();
    await expect(dialog.email).toHaveAccessibleDescription(/Please enter an e-mail address/);
    await expect(dialog.phone).toHaveAccessibleDescription(/Please enter a phone number/);
    await expect(dialog.name).not.toHaveAttribute('aria-invalid');
  });

  test('takes the error away when the field is right at the next try', async ({ pages }) => {
    const users = await pages.users.open();
    const dialog = await users.startInviting();
    await dialog.fill({ name: 'Nora Newcomer', email: 'nora' });
    await dialog.send();
    await expect(dialog.email).toHaveAttribute('aria-invalid', 'true');
    await dialog.fill({ email: freshEmail() });
    await dialog.send();
    await expect(users.linkDialog('Nora Newcomer').link).toBeVisible();
  });

  test('refuses an e-mail address that is in use', async ({ pages, api }) => {
    const known = await invite(await api.as('owner'));
    const users = await pages.users.open();
    const dialog = await users.startInviting();
    await dialog.fill({ name: 'Second Person', email: known.email.toUpperCase() });
    await dialog.send();
    await expect(dialog.root.getByText('This e-mail address is in use already.')).toBeVisible();
    await dialog.cancel();
    await expect(users.table.people).toHaveCount(2);
  });

  test('invites nobody when it is cancelled, and gives the focus back', async ({ pages }) => {
    const users = await pages.users.open();
    const dialog = await users.startInviting();
    await dialog.fill({ name: 'Nora Newcomer', email: freshEmail() });
    await dialog.cancel();
    await expect(dialog.root).toBeHidden();
    await expect(users.inviteButton).toBeFocused();
    await users.open();
    await expect(users.table.people).toHaveCount(1);
  });

  test('closes by Escape and starts empty the next time', async ({ pages }) => {
    const users = await pages.users.open();
    const dialog = await users.startInviting();
    await dialog.fill({ name: 'Nora Newcomer' });
    await dialog.escape();
    await expect(dialog.root).toBeHidden();
    await expect(users.inviteButton).toBeFocused();
    await users.startInviting();
    await expect(dialog.name).toHaveValue('');
  });

  test('offers every role but the owner', async ({ pages }) => {
    const dialog = await (await pages.users.open()).startInviting();
    await expect(dialog.role.getByRole('option')).toHaveText(['Pharmacist', 'Assistant', 'Doctor', 'Patient']);
  });

  test('a new link takes the place of the old one', async ({ pages, api, others }) => {
    const nora = await invite(await api.as('owner'));
    const users = await pages.users.open();
    await users.table.row(nora.name).newLink.click();
    const { link } = users.linkDialog(nora.name);
    await expect(link).toHaveValue(/\/invitation\//);
    const address = await link.inputValue();
    const theirs = await others.stranger();
    await theirs.invitation.openWith(nora.token);
    await expect(theirs.invitation.problem).toContainText('This invitation does not exist.');
    await theirs.page.goto(address);
    await theirs.invitation.accept(freshPassword());
    await expect(theirs.dashboard.heading).toBeVisible();
  });

  test('keeps what was typed when the service is down, and sends it again', async ({ pages, page }) => {
    const users = await pages.users.open();
    await failOnce(page, { method: 'POST', path: '/api/users', service: 'user-service' });
    const dialog = await users.startInviting();
    await dialog.fill({ name: 'Nora Newcomer', email: freshEmail() });
    await dialog.send();
    await expect(dialog.alert).toContainText('The user administration is not available right now.');
    await expect(dialog.name).toHaveValue('Nora Newcomer');
    await dialog.unavailable.retry();
    await expect(users.linkDialog('Nora Newcomer').link).toBeVisible();
  });
});
