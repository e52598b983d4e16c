import { expect, test } from '../../../fixtures';
import { failOnce } from '../support/outage';
import { startThread } from './support/threads';

test.describe('messages without their service', { tag: ['@area:messages', '@needs:web', '@needs:notification-service', '@needs:user-service'] }, () => {
  test.use({ role: 'owner' });

  test('the list says that it is not available, and comes at the next try', async ({ pages, page, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    await startThread(owner, [doctor], { subject: 'Here again' });
    await failOnce(page, { path: '/api/messages/threads', service: 'notification-service' });
    await page.route('**/api/messages/events', (route) => route.abort());
    const messages = await pages.messages.open();
    await expect(messages.alert).toContainText('The list of conversations is not available right now.');
    await expect(messages.alert).toContainText('(notification-service does not answer.)');
    await messages.tryAgain.click();
    await expect(messages.list.entry('Here again')).toBeVisible();
  });

  test('a message that could not be sent stays written and goes at the next try', async ({ pages, page, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(owner, [doctor], { subject: 'Later' });
    const thread = await pages.messages.openThread(id, 'Later');
    await failOnce(page, { method: 'POST', path: `/api/messages/threads/${id}/messages`, service: 'notification-service' });
    await thread.answer('Do not lose me');
    await expect(thread.composer.alert).toContainText('Sending messages is not available right now.');
    await expect(thread.composer.text).toHaveValue('Do not lose me');
    await thread.composer.tryAgain.click();
    await expect(thread.message('Do not lose me').root).toBeVisible();
    await expect(thread.composer.text).toHaveValue('');
  });

  test('the dialog says that the people are not available', async ({ pages, page, auth }) => {
    await auth.account('doctor');
    const messages = await pages.messages.open();
    await failOnce(page, { path: '/api/users/directory', service: 'user-service' });
    const dialog = await messages.startThread();
    await expect(dialog.alert).toContainText('The list of people is not available right now.');
    await dialog.tryAgain.click();
    await expect(dialog.person('Doris Doctor')).toBeVisible();
  });

  // The dashboard has a card of the locations too.
  test('a page works on while the live stream is down, and the stream comes back by itself', { tag: '@needs:pharmacy-service' }, async ({ pages, page, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    await failOnce(page, { path: '/api/messages/events', service: 'notification-service' });
    await pages.dashboard.open();
    await expect(pages.dashboard.card('Messages').root).toContainText('No unread messages');
    await startThread(doctor, [owner]);
    await expect(pages.messages.headerLink(1)).toBeVisible();
    await expect(pages.shell.problem).toHaveCount(0);
  });
});
