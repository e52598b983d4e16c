import { expect, test } from '../../../fixtures';
import { startThread, write } from './support/threads';

test.describe('notifications', { tag: ['@area:messages', '@needs:web', '@needs:notification-service', '@needs:user-service'] }, () => {
  test.use({ role: 'owner' });

  test('the bell lists what is new and leads there, and that one is read then', async ({ pages, page, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(doctor, [owner], { subject: 'Stocktaking' });
    await startThread(doctor, [owner], { subject: 'Cleaning' });
    await pages.dashboard.open();
    const { bell } = pages.messages;
    await expect(bell.withUnread(2)).toBeVisible();
    await bell.open();
    await expect(bell.entries).toContainText([
      /New: New conversation: Cleaning.*Started by Doris Doctor/,
      /New: New conversation: Stocktaking/,
    ]);
    await bell.link('New conversation: Stocktaking').click();
    await expect(page).toHaveURL(`/messages/${id}`);
    await expect(bell.list).toBeHidden();
    await expect(bell.withUnread(1)).toBeVisible();
  });

  test('all are marked read at once', async ({ pages, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    await Promise.all(['One', 'Two'].map((subject) => startThread(doctor, [owner], { subject })));
    await pages.dashboard.open();
    const { bell } = pages.messages;
    await expect(bell.withUnread(2)).toBeVisible();
    await bell.open();
    await bell.readAllButton.click();
    await expect(bell.withUnread(0)).toBeVisible();
    await expect(bell.readAllButton).toBeHidden();
    await expect(bell.list.getByText('New:')).toHaveCount(0);
  });

  test('without notifications the list says so, and Escape closes it', async ({ pages }) => {
    await pages.dashboard.open();
    const { bell } = pages.messages;
    await bell.open();
    await expect(bell.list).toContainText('Nothing to tell you yet.');
    await bell.button.press('Escape');
    await expect(bell.list).toBeHidden();
    await expect(bell.button).toBeFocused();
  });

  test('the dashboard counts unread messages, live, and leads to them', async ({ pages, page, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(doctor, [owner]);
    const card = (await pages.dashboard.open()).card('Messages');
    await expect(card.root).toContainText('1 unread message');
    await write(doctor, id, 'And another');
    await expect(card.root).toContainText('2 unread messages');
    await card.link.click();
    await expect(page).toHaveURL('/messages');
    await expect(pages.messages.heading).toBeVisible();
  });
});
