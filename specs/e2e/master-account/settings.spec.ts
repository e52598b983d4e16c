import { expect } from '../../../fixtures';
import { invite } from './support/people';
import { test } from './support/test';
import { failOnce } from '../support/outage';

test.describe('account settings', {
  tag: ['@area:master-account', '@needs:web', '@needs:user-service', '@needs:auth-service'],
}, () => {
  test.use({ role: 'owner' });

  test('start with what the registration told', async ({ pages, tenant, auth }) => {
    const settings = await pages.settings.open();
    await expect(settings.organisation).toHaveValue(tenant.name);
    await expect(settings.email).toHaveValue((await auth.account('owner')).email);
    await expect(settings.language).toHaveValue('en');
    await expect(settings.timeZone).toHaveValue('Europe/Zurich');
  });

  test('are saved, and still there after a reload', async ({ pages, page }) => {
    const settings = await pages.settings.open();
    await settings.organisation.fill('Apotheken Verbund Bern');
    await settings.phone.fill('+41 31 555 12 34');
    await settings.email.fill('office@verbund.example');
    await settings.timeZone.selectOption('Europe/Paris');
    await settings.save();
    await expect(settings.message).toHaveText('The settings were saved.');
    await page.reload();
    await expect(settings.organisation).toHaveValue('Apotheken Verbund Bern');
    await expect(settings.phone).toHaveValue('+41 31 555 12 34');
    await expect(settings.email).toHaveValue('office@verbund.example');
    await expect(settings.timeZone).toHaveValue('Europe/Paris');
  });

  test('a phone number can be taken away again', async ({ pages, page, api }) => {
    await (await api.as('owner')).patch('/api/account', { data: { phone: '031 555 12 34' } });
    const settings = await pages.settings.open();
    await expect(settings.phone).toHaveValue('031 555 12 34');
    await settings.phone.fill('');
    await settings.save();
    await expect(settings.message).toHaveText('The settings were saved.');
    await page.reload();
    await expect(settings.organisation).not.toHaveValue('');
    await expect(settings.phone).toHaveValue('');
  });

  test('a new name of the organisation shows in the header', async ({ pages }) => {
    const settings = await pages.settings.open();
    await settings.organisation.fill('Verbund Aare');
    await settings.save();
    await expect(pages.shell.header.getByText('Verbund Aare', { exact: true })).toBeVisible();
  });

  test("a new name of the organisation is in others' invitations", async ({ pages, others, api }) => {
    const settings = await pages.settings.open();
    await settings.organisation.fill('Verbund Aare');
    await settings.save();
    await expect(settings.message).toHaveText('The settings were saved.');
    const { token } = await invite(await api.as('owner'), { role: 'doctor' });
    const theirs = await others.stranger();
    await theirs.invitation.openWith(token);
    await expect(theirs.invitation.offer('Verbund Aare', 'Doctor')).toBeVisible();
  });

  test('demand a name and an e-mail address', async ({ pages }) => {
    const settings = await pages.settings.open();
    await settings.organisation.fill('  ');
    await settings.email.fill('');
    await settings.save();
    await expect(settings.email).toHaveAccessibleDescription('Please fill in this field.');
    await expect(settings.organisation).toHaveAccessibleDescription('Please fill in this field.');
    await expect(settings.organisation).toBeFocused();
  });

  test('refuse what is no phone number and no e-mail address', async ({ pages, page }) => {
    const settings = await pages.settings.open();
    await settings.phone.fill('ask Olivia');
    await settings.email.fill('office(at)verbund.example');
    await settings.save();
    await expect(settings.phone).toHaveAccessibleDescription(/Please enter a phone number/);
    await expect(settings.email).toHaveAccessibleDescription(/Please enter an e-mail address/);
    await page.reload();
    await expect(settings.phone).toHaveValue('');
  });

  test('are forgotten when they are not saved', async ({ pages, tenant }) => {
    const settings = await pages.settings.open();
    await settings.organisation.fill('Something Else');
    await settings.navigation.goTo('Sessions');
    await expect(pages.sessions.heading).toBeVisible();
    await settings.navigation.goTo('Settings');
    await expect(settings.organisation).toHaveValue(tenant.name);
  });

  test('can be read by others, but not changed', async ({ others, tenant }) => {
    const { settings } = await others.as('assistant');
    await settings.open();
    await expect(settings.content.getByText('Only the owner can change these settings.')).toBeVisible();
    await expect(settings.organisation).toHaveValue(tenant.name);
    await expect(settings.organisation).not.toBeEditable();
    await expect(settings.language).toBeDisabled();
    await expect(settings.timeZone).toBeDisabled();
    await expect(settings.saveButton).toBeHidden();
  });

  test('say that they are not available, and come at the next try', async ({ pages, page, tenant }) => {
    await failOnce(page, { path: '/api/account', service: 'user-service' });
    const settings = await pages.settings.open();
    await expect(settings.unavailable.root).toContainText('The settings page is not available right now.');
    await settings.unavailable.retry();
    await expect(settings.organisation).toHaveValue(tenant.name);
  });

  test('keep what was typed when saving is not possible now', async ({ pages, page }) => {
    const settings = await pages.settings.open();
    await failOnce(page, { method: 'PATCH', path: '/api/account', service: 'user-service' });
    await settings.organisation.fill('Verbund Aare');
    await settings.save();
    await expect(settings.unavailable.root).toContainText('(user-service does not answer.)');
    await expect(settings.organisation).toHaveValue('Verbund Aare');
    await settings.unavailable.retry();
    await expect(settings.message).toHaveText('The settings were saved.');
  });
});
