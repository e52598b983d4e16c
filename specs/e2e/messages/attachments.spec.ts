import { readFile } from 'node:fs/promises';
import { expect, test } from '../../../fixtures';
import { leaflet, picture } from './support/files';
import { startThread } from './support/threads';

test.describe('files of messages', { tag: ['@area:messages', '@needs:web', '@needs:notification-service', '@needs:user-service'] }, () => {
  test.use({ role: 'owner' });

  test('a file is sent with a message and downloaded again', async ({ pages, page, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(doctor, [owner], { subject: 'Leaflet' });
    const thread = await pages.messages.openThread(id, 'Leaflet');
    await thread.composer.attach(leaflet);
    await expect(thread.composer.chosenFiles).toContainText([leaflet.name]);
    await thread.answer('Here you are');
    const file = thread.message('Here you are').file(leaflet.name);
    await expect(file).toContainText('1 kB');
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
    expect(download.suggestedFilename()).toBe(leaflet.name);
    expect(await readFile(await download.path())).toEqual(leaflet.buffer);
    await expect(thread.composer.chosenFiles).toHaveCount(0);
  });

  test('a file alone is a message, without those that were removed before', async ({ pages, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(doctor, [owner], { subject: 'Picture' });
    const thread = await pages.messages.openThread(id, 'Picture');
    await thread.composer.attach(picture, leaflet);
    await thread.composer.removeFile(leaflet.name);
    await thread.composer.send();
    await expect(thread.messages).toHaveCount(2);
    await expect(thread.messages.last().getByRole('button')).toContainText(['Download shelf.png']);
  });

  test('a file of another kind is refused in words, and the text stays', async ({ pages, api }) => {
    const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
    const { id } = await startThread(doctor, [owner], { subject: 'Wrong' });
    const thread = await pages.messages.openThread(id, 'Wrong');
    await thread.composer.attach({ ...picture, buffer: Buffer.from('not a picture') });
    await thread.answer('See this');
    await expect(thread.composer.alert).toContainText('This file is no PDF, PNG or JPEG.');
    await expect(thread.composer.text).toHaveValue('See this');
    await expect(thread.messages).toHaveCount(1);
  });

  test('a new conversation takes files along', async ({ pages, auth }) => {
    await auth.account('doctor');
    const messages = await pages.messages.open();
    const dialog = await messages.startThread();
    await dialog.fill({ to: ['Doris Doctor'], subject: 'With picture', text: 'Look' });
    await dialog.attach(picture);
    await dialog.send();
    await expect(messages.thread('With picture').message('Look').file('shelf.png')).toBeVisible();
  });
});
