import { expect, test } from '../../../fixtures';
import { startThread } from './support/threads';

test.describe('look and language of messages', { tag: ['@area:messages', '@needs:web', '@needs:notification-service', '@needs:user-service'] }, () => {
  test.use({ role: 'owner' });

  for (const [language, heading, button, unread] of [
    ['Deutsch', 'Nachrichten', 'Neue Unterhaltung', '1 ungelesen'],
    ['Français', 'Messages', 'Nouvelle conversation', '1 non lu'],
  ] as const) {
    test(`messages in ${language}`, async ({ pages, page, api }) => {
      const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
      await startThread(doctor, [owner], { subject: 'Vitamin D' });
      await pages.messages.open();
      await pages.shell.language.choose(language);
      await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
      await expect(page.getByRole('button', { name: button })).toBeVisible();
      await expect(page.getByRole('link', { name: /^Vitamin D/ })).toContainText(unread);
    });
  }

  test.describe('on a small phone', () => {
    test.use({ viewport: { width: 360, height: 740 } });

    test('list and conversation come one after the other', async ({ pages, api }) => {
      const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
      await startThread(doctor, [owner], { subject: 'Small' });
      const { messages } = pages;
      await messages.open();
      await messages.list.entry('Small').click();
      await expect(messages.thread('Small').heading).toBeVisible();
      await expect(messages.list.search).toBeHidden();
      await messages.backLink.click();
      await expect(messages.list.entry('Small')).toBeVisible();
      await expect(messages.thread('Small').root).toBeHidden();
    });

    test('nothing is wider than the screen, however long the words are', async ({ pages, page, api }) => {
      const [owner, doctor] = await Promise.all([api.as('owner'), api.as('doctor')]);
      const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(2);
      const { id } = await startThread(doctor, [owner], { subject: long, text: long });
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await pages.messages.open();
      await expect(pages.messages.list.entry(long)).toBeVisible();
      expect(await overflow()).toBeLessThanOrEqual(0);
      const thread = await pages.messages.openThread(id, long);
      await expect(thread.messages).toHaveCount(1);
      await pages.messages.bell.open();
      await expect(pages.messages.bell.entries).toHaveCount(1);
      expect(await overflow()).toBeLessThanOrEqual(0);
    });
  });
});
