import { expect } from '../../../fixtures';
import { test } from './support/test';
import { markRead, startThread, write } from './support/threads';

test.describe('live messages', { tag: ['@area:messages', '@needs:web', '@needs:notification-service', '@needs:user-service'] }, () => {
  test.use({ role: 'owner' });

  test('a message reaches the other person’s open page without a reload, and back', async ({ pages, api, alsoAs }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(owner, [doctor], { subject: 'Chat', text: 'Hello' });
    const doctors = await alsoAs('doctor');
    const [mine, theirs] = await Promise.all([
      pages.messages.openThread(id, 'Chat'),
      doctors.messages.openThread(id, 'Chat'),
    ]);
    await mine.answer('Are you there?');
    await expect(theirs.messages).toContainText(['Hello', 'Are you there?']);
    await theirs.answer('I am.');
    await expect(mine.messages).toContainText(['Hello', 'Are you there?', 'I am.']);
  });

  test('the author sees live that a message was read', async ({ pages, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(owner, [doctor], { subject: 'Read?' });
    const thread = await pages.messages.openThread(id, 'Read?');
    await expect(thread.messages).toHaveCount(1);
    await expect(thread.messages).not.toContainText('Read by');
    await markRead(doctor, id);
    await expect(thread.messages).toContainText('Read by Doris Doctor');
  });

  test('a new conversation appears in the open list', async ({ pages, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const messages = await pages.messages.open();
    await expect(messages.content.getByText('You have no conversations yet.')).toBeVisible();
    await startThread(doctor, [owner], { subject: 'Out of the blue' });
    await expect(messages.list.entry('Out of the blue')).toContainText('1 unread');
  });

  test('the counts in the header go up and down on any page', async ({ pages, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    await pages.dashboard.open();
    await expect(pages.messages.headerLink(0)).toBeVisible();
    const { id } = await startThread(doctor, [owner]);
    await expect(pages.messages.headerLink(1)).toBeVisible();
    await expect(pages.messages.bell.withUnread(1)).toBeVisible();
    await write(doctor, id, 'Another');
    await expect(pages.messages.headerLink(2)).toBeVisible();
    await markRead(owner, id);
    await expect(pages.messages.headerLink(0)).toBeVisible();
  });

  test('what was sent while the connection was lost is there after it is back', async ({ pages, page, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(owner, [doctor], { subject: 'Tunnel' });
    const thread = await pages.messages.openThread(id, 'Tunnel');
    await write(doctor, id, 'Before the tunnel');
    await expect(thread.messages).toContainText(['Is it there?', 'Before the tunnel']);
    await page.context().setOffline(true);
    await Promise.all([write(doctor, id, 'In the tunnel'), write(doctor, id, 'Still in it')]);
    const resumed = page.waitForRequest((request) => request.headers()['last-event-id'] !== undefined);
    await page.context().setOffline(false);
    await resumed;
    await write(doctor, id, 'Behind it');
    await expect(thread.messages).toContainText([/./, 'Before the tunnel', /tunnel|Still/, /tunnel|Still/, 'Behind it']);
  });

  test('signing out ends the stream of events', async ({ pages, page }) => {
    const stream = page.waitForRequest((request) => request.url().endsWith('/api/messages/events'));
    await pages.dashboard.open();
    const opened = await stream;
    const ended = page.waitForEvent('requestfailed', (request) => request === opened);
    await pages.shell.userMenu.signOut();
    await expect(pages.signIn.heading).toBeVisible();
    await ended;
  });

  test('one page holds one stream, whatever it shows', async ({ pages, page, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const streams: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'GET' && request.url().endsWith('/api/messages/events')) streams.push(request.url());
    });
    await pages.dashboard.open();
    await startThread(doctor, [owner], { subject: 'Once' });
    await expect(pages.messages.headerLink(1)).toBeVisible();
    await pages.messages.headerLink(1).click();
    await pages.messages.list.entry('Once').click();
    await expect(pages.messages.thread('Once').messages).toHaveCount(1);
    await expect(pages.messages.headerLink(0)).toBeVisible();
    expect(streams).toHaveLength(1);
  });
});
