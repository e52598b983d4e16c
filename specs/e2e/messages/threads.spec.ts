import { expect, test } from '../../../fixtures';
import { markRead, startThread, userIdOf, write } from './support/threads';

test.describe('conversations', { tag: ['@area:messages', '@needs:web', '@needs:notification-service'] }, () => {
  test.use({ role: 'owner' });

  test('who has no conversation is told so', async ({ pages }) => {
    const messages = await pages.messages.open();
    await expect(messages.content.getByText('You have no conversations yet.')).toBeVisible();
    await expect(messages.list.entries).toHaveCount(0);
  });

  test('the list has subject, people, last words and what is unread, the newest first', async ({ pages, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    await startThread(owner, [doctor], { subject: 'Older' });
    const { id } = await startThread(doctor, [owner], { subject: 'Newer', text: 'One' });
    await write(doctor, id, 'Two');
    const messages = await pages.messages.open();
    await expect(messages.list.entries).toContainText([/Newer.*2 unread.*Doris Doctor.*Doris Doctor: Two/, /Older/]);
    await expect(messages.list.entry('Older')).not.toContainText('unread');
  });

  test('search finds words of messages, and a filter the unread conversations', async ({ pages, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    await startThread(doctor, [owner], { subject: 'Fridge', text: 'It is warm' });
    const read = await startThread(doctor, [owner], { subject: 'Holidays', text: 'In August' });
    await markRead(owner, read.id);
    const messages = await pages.messages.open();
    await messages.list.find('august');
    await expect(messages.list.entries).toContainText(['Holidays']);
    await messages.list.showOnly('Unread');
    await expect(messages.content.getByText('No conversation matches these filters.')).toBeVisible();
    await messages.list.find('');
    await expect(messages.list.entries).toContainText(['Fridge']);
  });

  test('opening a conversation shows its messages and marks them read', async ({ pages, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(doctor, [owner], { subject: 'Recall', text: 'Lot 7 goes back' });
    await write(doctor, id, 'Lot 8 as well');
    const messages = await pages.messages.open();
    await expect(messages.headerLink(2)).toBeVisible();
    await messages.list.entry('Recall').click();
    const thread = messages.thread('Recall');
    await expect(thread.messages).toContainText(['Lot 7 goes back', 'Lot 8 as well']);
    await expect(thread.heading).toBeFocused();
    await expect(messages.headerLink(0)).toBeVisible();
  });

  test('an answer is added to the conversation, and the field is empty again', async ({ pages, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(doctor, [owner], { subject: 'Question' });
    const thread = await pages.messages.openThread(id, 'Question');
    await thread.answer('Yes, it came\ntoday.');
    await expect(thread.messages).toHaveCount(2);
    await expect(thread.message('Yes, it came').root).toContainText('Olivia Owner');
    await expect(thread.composer.text).toHaveValue('');
    await expect(thread.message('Yes, it came').root.getByText('today.')).toBeVisible();
  });

  test('an empty answer is not sent', async ({ pages, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(doctor, [owner], { subject: 'Question' });
    const thread = await pages.messages.openThread(id, 'Question');
    await thread.composer.send();
    await expect(thread.composer.fault('Please fill in this field.')).toBeVisible();
    await expect(thread.composer.text).toBeFocused();
    await expect(thread.messages).toHaveCount(1);
  });

  test('markup in a message is text', async ({ pages, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const text = '<img src=x onerror="document.title=1"> & <b>bold</b>';
    const { id } = await startThread(doctor, [owner], { subject: 'Markup', text });
    const thread = await pages.messages.openThread(id, 'Markup');
    await expect(thread.message(text).root).toBeVisible();
    await expect(thread.log.getByRole('img')).toHaveCount(0);
  });

  test('long conversations show their older messages on request', async ({ pages, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(doctor, [owner], { subject: 'Long', text: 'The very first' });
    await Promise.all(Array.from({ length: 31 }, (_, index) => write(doctor, id, `Note ${index}`)));
    const thread = await pages.messages.openThread(id, 'Long');
    await expect(thread.messages).toHaveCount(30);
    await thread.olderButton.click();
    await expect(thread.messages).toHaveCount(32);
    await expect(thread.messages.first()).toContainText('The very first');
  });

  test('a conversation of others cannot be opened by its address', async ({ pages, page, api }) => {
    const [doctor, patient] = await Promise.all([api.as('doctor'), api.as('patient')]);
    const { id } = await startThread(doctor, [patient], { subject: 'Private' });
    await page.goto(`/messages/${id}`);
    await expect(pages.messages.alert).toContainText('This no longer exists.');
    await expect(page.getByText('Private')).toHaveCount(0);
  });

  test('a new conversation starts with people, a subject, a text and opens', async ({ pages, page, api, auth }) => {
    await Promise.all([auth.account('doctor'), auth.account('pharmacist')]);
    const messages = await pages.messages.open();
    const dialog = await messages.startThread();
    await expect(dialog.person('Olivia Owner')).toHaveCount(0);
    await dialog.fill({ to: ['Doris Doctor', 'Petra Pharmacist'], subject: 'Night shift', text: 'Who can?' });
    await dialog.send();
    const thread = messages.thread('Night shift');
    await expect(thread.root).toContainText('With Doris Doctor and Petra Pharmacist');
    await expect(thread.messages).toContainText(['Who can?']);
    await expect(page).toHaveURL(/\/messages\/[\da-f-]{36}$/);
    const seen = await (await (await api.as('pharmacist')).get('/api/messages/unread')).json();
    expect(seen).toEqual({ total: 1 });
  });

  test('a new conversation without people, subject and text names all three', async ({ pages, auth }) => {
    await auth.account('doctor');
    const dialog = await (await pages.messages.open()).startThread();
    await dialog.send();
    await expect(dialog.fault('Please choose at least one person.')).toBeVisible();
    await expect(dialog.fault('Please fill in this field.')).toHaveCount(2);
    await dialog.cancelButton.click();
    await expect(dialog.root).toBeHidden();
  });

  test('who may not use messages sees neither the area nor the way to it', async ({ pages, page, api, auth }) => {
    const assistant = await api.as('assistant');
    const path = `/api/users/${await userIdOf(assistant)}/permissions`;
    const changed = await (await api.as('owner')).put(path, { data: { overrides: { messages: 'deny' } } });
    expect(changed.status()).toBe(200);
    await auth.signIn(page, 'assistant');
    await page.goto('/messages');
    await expect(pages.messages.noAccess).toBeVisible();
    await expect(pages.messages.headerLink(0)).toHaveCount(0);
    await expect(pages.messages.bell.button).toBeVisible();
  });
});
