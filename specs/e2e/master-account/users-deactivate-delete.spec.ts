import { expect } from '../../../fixtures';
import { decide, idOf, invite, join } from './support/people';
import { test } from './support/test';
import { failOnce } from '../support/outage';

test.describe('deactivating and deleting users', {
  tag: ['@area:master-account', '@needs:web', '@needs:user-service', '@needs:auth-service'],
}, () => {
  test.use({ role: 'owner' });

  test('a deactivated user is signed out at the next step', async ({ pages, others }) => {
    const theirs = await others.as('pharmacist');
    await theirs.dashboard.open();
    const users = await pages.users.open();
    const row = users.table.row('Petra Pharmacist');
    await row.deactivate.click();
    await users.confirmation('Deactivate Petra Pharmacist?').accept('Deactivate');
    await expect(users.message).toHaveText('Petra Pharmacist was deactivated.');
    await expect(row.status).toHaveText('Deactivated');
    await theirs.shell.navigation.goTo('Settings');
    await expect(theirs.signIn.heading).toBeVisible();
    await expect(theirs.signIn.notice).toContainText('Your session has ended.');
  });

  test('a deactivated user cannot sign in, and is told why', async ({ pages, api, others }) => {
    const nora = await join(await api.as('owner'));
    const users = await pages.users.open();
    await users.table.row(nora.name).deactivate.click();
    await users.confirmation(`Deactivate ${nora.name}?`).accept('Deactivate');
    await expect(users.table.row(nora.name).status).toHaveText('Deactivated');
    const theirs = await others.stranger();
    await (await theirs.signIn.open()).signIn(nora);
    await expect(theirs.signIn.problem).toContainText('This user is deactivated.');
  });

  test('an activated user can sign in again', async ({ pages, api, others }) => {
    const owner = await api.as('owner');
    const nora = await join(owner);
    await owner.post(`/api/users/${nora.id}/deactivate`);
    const users = await pages.users.open();
    const row = users.table.row(nora.name);
    await row.activate.click();
    await users.confirmation(`Activate ${nora.name}?`).accept('Activate');
    await expect(row.status).toHaveText('Active');
    await expect(row.activate).toBeHidden();
    const theirs = await others.signedIn(nora);
    await expect(theirs.dashboard.greeting(nora.name)).toBeVisible();
  });

  test('keeps the user when the question is cancelled', async ({ pages, api }) => {
    const nora = await join(await api.as('owner'));
    const users = await pages.users.open();
    const row = users.table.row(nora.name);
    await row.deactivate.click();
    const question = users.confirmation(`Deactivate ${nora.name}?`);
    await expect(question.root).toContainText('All sessions end at once');
    await question.cancel();
    await expect(row.deactivate).toBeFocused();
    await row.delete.click();
    await users.confirmation(`Delete ${nora.name}?`).escape();
    await users.open();
    await expect(row.status).toHaveText('Active');
  });

  test('a deleted user is gone, and so is the way in', async ({ pages, api, others }) => {
    const nora = await join(await api.as('owner'));
    const users = await pages.users.open();
    await users.table.row(nora.name).delete.click();
    await users.confirmation(`Delete ${nora.name}?`).accept('Delete');
    await expect(users.message).toHaveText(`${nora.name} was deleted.`);
    await expect(users.table.people).toHaveText([/^Olivia Owner/]);
    await expect(users.heading).toBeFocused();
    const theirs = await others.stranger();
    await (await theirs.signIn.open()).signIn(nora);
    await expect(theirs.signIn.problem).toContainText('The e-mail address or the password is wrong.');
  });

  test('the invitation of a deleted user no longer works', async ({ pages, api, others }) => {
    const nora = await invite(await api.as('owner'));
    const users = await pages.users.open();
    await users.table.row(nora.name).delete.click();
    await users.confirmation(`Delete ${nora.name}?`).accept('Delete');
    await expect(users.table.people).toHaveCount(1);
    const theirs = await others.stranger();
    await theirs.invitation.openWith(nora.token);
    await expect(theirs.invitation.problem).toContainText('This invitation does not exist.');
  });

  test('what a deleted user did stays in the audit log', async ({ pages, api }) => {
    const nora = await join(await api.as('owner'));
    const users = await pages.users.open();
    await users.table.row(nora.name).delete.click();
    await users.confirmation(`Delete ${nora.name}?`).accept('Delete');
    await expect(users.table.people).toHaveCount(1);
    const log = await pages.auditLog.open();
    await expect(log.entry('User deleted').target).toHaveText(nora.name);
    await expect(log.entry('Invitation accepted').actor).toHaveText(nora.name);
  });

  test('oneself can be neither deactivated nor deleted', async ({ pages }) => {
    const { table } = await pages.users.open();
    const own = table.row('Olivia Owner');
    await expect(own.edit).toBeVisible();
    await expect(own.deactivate).toBeHidden();
    await expect(own.delete).toBeHidden();
  });

  test('who was only invited can be sent a new link, but not be deactivated', async ({ pages, api }) => {
    const nora = await invite(await api.as('owner'));
    const row = (await pages.users.open()).table.row(nora.name);
    await expect(row.newLink).toBeVisible();
    await expect(row.deactivate).toBeHidden();
    await expect(row.activate).toBeHidden();
  });

  test('stays open and says so when it did not work', async ({ pages, api, page }) => {
    const nora = await join(await api.as('owner'));
    const users = await pages.users.open();
    await failOnce(page, { method: 'DELETE', path: `/api/users/${nora.id}`, service: 'user-service' });
    await users.table.row(nora.name).delete.click();
    const question = users.confirmation(`Delete ${nora.name}?`);
    await question.accept('Delete');
    await expect(question.alert).toContainText('The user administration is not available right now.');
    await question.accept('Delete');
    await expect(question.root).toBeHidden();
    await expect(users.table.people).toHaveCount(1);
  });

  test.describe('by a user who was granted the right', () => {
    test.use({ role: 'pharmacist' });

    test('others can be deactivated, but not the owner', async ({ pages, api, auth }) => {
      const owner = await api.as('owner');
      const { email } = await auth.account('pharmacist');
      await decide(owner, await idOf(owner, email), { users: 'grant' });
      const nora = await join(owner);
      const users = await pages.users.open();
      await expect(users.table.row('Olivia Owner').person).toBeVisible();
      await expect(users.table.row('Olivia Owner').deactivate).toBeHidden();
      await users.table.row(nora.name).deactivate.click();
      await users.confirmation(`Deactivate ${nora.name}?`).accept('Deactivate');
      await expect(users.table.row(nora.name).status).toHaveText('Deactivated');
    });
  });
});
