import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from '../../../fixtures';
import { answerOf } from '../inventory/support/answer';
import { dayIn, stocked } from '../inventory/support/stock';
import { PDF } from '../prescriptions/support/files';
import { sendPrescription } from '../prescriptions/support/prescriptions';
import { startThread } from '../messages/support/threads';
import type { Language } from '../support/main-pages';

const speak = (page: Page, language: Language) =>
  page.addInitScript((chosen) => localStorage.setItem('officina.language', chosen), language);

const sendFile = async (owner: APIRequestContext) => {
  const buffer = Buffer.concat([PDF.buffer, Buffer.alloc(1_572_864)]);
  const multipart = { file: { ...PDF, name: 'Price list.pdf', buffer } };
  return answerOf<{ id: string }>(await owner.post('/api/messages/attachments', { multipart }));
};

test.describe('numbers, days and counts', { tag: ['@area:languages', '@needs:web', '@needs:inventory-service'] }, () => {
  test.use({ role: 'owner' });

  for (const { language, units, batches } of [
    { language: 'de', units: /^12['’]500$/, batches: 'Chargen' },
    { language: 'fr', units: /^12\s500$/, batches: 'Lots' },
    { language: 'en', units: /^12,500$/, batches: 'Batches' },
  ] as const) {
    test(`units and days are written as the region of ${language} does`, async ({ page, api }) => {
      const days = 200;
      const { id } = await stocked(await api.as('owner'), {}, { quantity: 12_500, days });
      await speak(page, language);
      await page.goto(`/inventory/items/${id}`);
      await expect(page.getByRole('definition').first()).toHaveText(units);
      const region = { de: 'de-CH', fr: 'fr-CH', en: 'en' }[language];
      const day = new Date(dayIn(days)).toLocaleDateString(region, { dateStyle: 'medium', timeZone: 'UTC' });
      const row = page.getByRole('table', { name: batches }).getByRole('row').nth(1);
      await expect(row).toContainText(day);
      await expect(row.getByRole('cell').filter({ hasText: units })).toBeVisible();
    });
  }

  for (const { language, none, one, two } of [
    { language: 'de', none: '0 Rezepte', one: '1 Rezept', two: '2 Rezepte' },
    { language: 'fr', none: '0 ordonnance', one: '1 ordonnance', two: '2 ordonnances' },
    { language: 'en', none: '0 prescriptions', one: '1 prescription', two: '2 prescriptions' },
  ] as const) {
    test(`none, one and two are counted as ${language} does`, async ({ page, api }) => {
      const owner = await api.as('owner');
      const counted = (text: string) => page.getByRole('main').getByText(text, { exact: true });
      await speak(page, language);
      await page.goto('/prescriptions');
      await expect(counted(none)).toBeVisible();
      await sendPrescription(owner);
      await page.reload();
      await expect(counted(one)).toBeVisible();
      await sendPrescription(owner);
      await page.reload();
      await expect(counted(two)).toBeVisible();
    });
  }

  for (const { language, size, people } of [
    { language: 'de', size: '1.5 MB', people: 'Mit Doris Doctor und Petra Pharmacist' },
    { language: 'fr', size: '1,5 Mo', people: 'Avec Doris Doctor et Petra Pharmacist' },
  ] as const) {
    test(`sizes of files and lists of people are written as ${language} does`, async ({ page, api }) => {
      const [owner, doctor, pharmacist] = await Promise.all([api.as('owner'), api.as('doctor'), api.as('pharmacist')]);
      const { id } = await startThread(owner, [doctor, pharmacist], { attachmentIds: [(await sendFile(owner)).id] });
      await speak(page, language);
      await page.goto(`/messages/${id}`);
      await expect(page.getByRole('log')).toContainText(size);
      await expect(page.getByText(people)).toBeVisible();
    });
  }
});
