import { expect } from '../../../fixtures';
import { decide, idOf, invite, inviteAll, join } from './support/people';
import { addPlace } from './support/places';
import { test } from './support/test';
import { failOnce } from '../support/outage';

test.describe('audit log', {
  tag: ['@area:master-account', '@needs:web', '@needs:user-service', '@needs:auth-service'],
}, () => {
  test.use({ role: 'owner' });

  test('tells who invited whom, and as what', async ({ pages, api }) => {
    const nora = await invite(await api.as('owner'), { role: 'doctor' });
    const entry = (await pages.auditLog.open()).entry('User invited');
    await expect(entry.actor).toHaveText('Olivia Owner');
    await expect(entry.target).toHaveText(nora.name);
    await expect(entry.details).toContainText(nora.email);
    await expect(entry.details).toContainText('doctor');
  });

  test('tells the latest first', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const nora = await invite(owner);
    await owner.patch(`/api/users/${nora.id}`, { data: { name: 'Nora Neumann' } });
    await owner.delete(`/api/users/${nora.id}`);
    const { actions } = await pages.auditLog.open();
    await expect(actions).toHaveText(['User deleted', 'User changed', 'User invited', 'Account registered']);
  });

  test('tells what was changed, from what to what', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const nora = await invite(owner, { role: 'assistant' });
    await owner.patch(`/api/users/${nora.id}`, { data: { role: 'doctor', name: 'Nora Neumann' } });
    await decide(owner, nora.id, { reports: 'grant' });
    const log = await pages.auditLog.open();
    await expect(log.entry('Role changed').details).toContainText('assistant');
    await expect(log.entry('Role changed').details).toContainText('doctor');
    await expect(log.entry('User changed').details).toContainText('Nora Newcomer → Nora Neumann');
    await expect(log.entry('Permissions changed').details).toContainText('reports grant');
  });

  test('what was done on a page is there at once', async ({ pages }) => {
    const settings = await pages.settings.open();
    await settings.organisation.fill('Apotheken Verbund Bern');
    await settings.save();
    await expect(settings.message).toHaveText('The settings were saved.');
    await settings.navigation.goTo('Audit log');
    const entry = pages.auditLog.entry('Account settings changed');
    await expect(entry.actor).toHaveText('Olivia Owner');
    await expect(entry.details).toContainText('Apotheken Verbund Bern');
  });

  test('knows sign-ins, good ones and failed ones', async ({ pages, auth, others }) => {
    const owner = await auth.account('owner');
    const theirs = await others.stranger();
    await (await theirs.signIn.open()).signIn({ ...owner, password: 'Not-The-Password-1' });
    await expect(theirs.signIn.problem).toBeVisible();
    await theirs.signIn.signIn(owner);
    await expect(theirs.dashboard.heading).toBeVisible();
    const log = await pages.auditLog.open();
    await expect(log.actions).toHaveText(['Signed in', 'Sign-in failed', 'Account registered']);
    await expect(log.entry('Sign-in failed').actor).toHaveText('Olivia Owner');
  });

  test('knows what happens to locations', async ({ pages, api }) => {
    const owner = await api.as('owner');
    const { id, name } = await addPlace(owner);
    await owner.delete(`/api/pharmacies/${id}`);
    const log = await pages.auditLog.open();
    await expect(log.entry('Location added').target).toHaveText(name);
    await expect(log.entry('Location deleted').target).toHaveText(name);
  });

  test('filters by the person who acted', async ({ pages, api }) => {
    const nora = await join(await api.as('owner'));
    const log = await pages.auditLog.open();
    await expect(log.actions).toHaveCount(3);
    await log.filters.actor.selectOption(nora.name);
    await expect(log.actions).toHaveText(['Invitation accepted']);
    await expect(log.content.getByText('1 entry', { exact: true })).toBeVisible();
  });

  test('filters by what was done', async ({ pages, api }) => {
    await inviteAll(await api.as('owner'), [{ name: 'Anna Amsler' }, { name: 'Beat Brunner' }]);
    const log = await pages.auditLog.open();
    await log.filters.action.selectOption('User invited');
    await expect(log.actions).toHaveText(['User invited', 'User invited']);
    await log.filters.action.selectOption('User deleted');
    await expect(log.content.getByText('No entry matches these filters.')).toBeVisible();
  });

  test('finds entries by a word in them', async ({ pages, api }) => {
    await inviteAll(await api.as('owner'), [{ name: 'Anna Amsler' }, { name: 'Beat Brunner' }]);
    const log = await pages.auditLog.open();
    await log.filters.search.fill('brunn');
    await expect(log.actions).toHaveCount(1);
    await expect(log.entry('User invited').target).toHaveText('Beat Brunner');
  });

  test('filters by day, both ends included', async ({ pages, page }) => {
    const log = await pages.auditLog.open();
    const today = await page.evaluate(() => new Date().toLocaleDateString('sv'));
    await log.filters.from.fill(today);
    await log.filters.to.fill(today);
    await expect(page).toHaveURL(new RegExp(`from=${today}&to=${today}`));
    await expect(log.actions).toHaveText(['Account registered']);
    await log.filters.from.fill('');
    await log.filters.to.fill('2020-01-31');
    await expect(log.content.getByText('No entry matches these filters.')).toBeVisible();
  });

  test('clears all filters at once', async ({ pages, page, api }) => {
    await invite(await api.as('owner'));
    const log = await pages.auditLog.open();
    await log.filters.action.selectOption('User deleted');
    await log.filters.from.fill('2020-01-31');
    await expect(log.content.getByText('0 entries')).toBeVisible();
    await log.filters.clear.click();
    await expect(log.actions).toHaveCount(2);
    await expect(log.filters.from).toHaveValue('');
    await expect(page).toHaveURL(/\/audit-log$/);
  });

  test('leads from page to page', async ({ pages, api }) => {
    await inviteAll(await api.as('owner'), Array.from({ length: 25 }, (_, index) => ({ name: `Member ${index}` })));
    const log = await pages.auditLog.open();
    await expect(log.content.getByText('26 entries')).toBeVisible();
    await expect(log.actions).toHaveCount(25);
    await log.pager.next.click();
    await expect(log.actions).toHaveText(['Account registered']);
    await log.pager.previous.click();
    await expect(log.actions).toHaveCount(25);
  });

  test('names who acted, not only the owner', async ({ others, pages, api, auth }) => {
    const owner = await api.as('owner');
    const { email } = await auth.account('pharmacist');
    await decide(owner, await idOf(owner, email), { users: 'grant' });
    const nora = await invite(owner);
    const { users } = await others.as('pharmacist');
    await users.open();
    const dialog = await users.edit(nora.name);
    await dialog.fill({ name: 'Nora Neumann' });
    await dialog.save();
    await expect(dialog.root).toBeHidden();
    await expect((await pages.auditLog.open()).entry('User changed').actor).toHaveText('Petra Pharmacist');
  });

  test('says that it is not available, and comes at the next try', async ({ pages, page }) => {
    await failOnce(page, { path: '/api/audit', service: 'user-service' });
    const log = await pages.auditLog.open();
    await expect(log.unavailable.root).toContainText('The audit log is not available right now.');
    await log.unavailable.retry();
    await expect(log.actions).toHaveText(['Account registered']);
  });
});
