import { expect, test } from '../../../fixtures';
import { answerOf, problemOf } from './support/answer';
import { freshGtin, withWrongDigit } from './support/gtin';
import { addItem, receive } from './support/stock';
import type { Batch, Item } from './support/stock';

interface Scanned {
  readonly item: Item;
  readonly batch: Batch | null;
  readonly parsed: { readonly lot: string | null; readonly expiresOn: string | null; readonly serial: string | null };
}

const path = (code: string) => `/api/inventory/scan/${encodeURIComponent(code)}`;
const SEPARATOR = '\u001d';

test.describe('scanned codes', { tag: ['@area:inventory', '@needs:api-gateway', '@needs:inventory-service'] }, () => {
  for (const { form, codeOf, parsed, lot } of [
    {
      form: 'a GTIN-13',
      codeOf: (gtin: string) => gtin,
      parsed: { kind: 'gtin', lot: null, expiresOn: null },
      lot: undefined,
    },
    {
      form: 'the same GTIN with fourteen digits',
      codeOf: (gtin: string) => `0${gtin}`,
      parsed: { kind: 'gtin', lot: null },
      lot: undefined,
    },
    {
      form: 'an element string with brackets',
      codeOf: (gtin: string) => `(01)0${gtin}(17)270331(10)ABC-12`,
      parsed: { kind: 'gs1', lot: 'ABC-12', expiresOn: '2027-03-31' },
      lot: 'ABC-12',
    },
    {
      form: 'an element string as a scanner sends it, with the lot in the middle',
      codeOf: (gtin: string) => `]d201${`0${gtin}`}10ABC-12${SEPARATOR}1727033121S99`,
      parsed: { kind: 'gs1', lot: 'ABC-12', expiresOn: '2027-03-31', serial: 'S99' },
      lot: 'ABC-12',
    },
    {
      form: 'a date without a day, which is the last of its month',
      codeOf: (gtin: string) => `010${gtin}17280200`,
      parsed: { kind: 'gs1', lot: null, expiresOn: '2028-02-29' },
      lot: undefined,
    },
    {
      form: 'a lot that is not in stock',
      codeOf: (gtin: string) => `010${gtin}10NEW`,
      parsed: { kind: 'gs1', lot: 'NEW' },
      lot: undefined,
    },
  ]) {
    test(`finds the item by ${form}`, async ({ api }) => {
      const owner = await api.as('owner');
      const item = await addItem(owner);
      await receive(owner, item.id, { lot: 'ABC-12' });
      const found = await answerOf<Scanned>(await owner.get(path(codeOf(item.gtin))));
      expect(found.item.id).toBe(item.id);
      expect(found.batch?.lot).toBe(lot);
      expect(found.parsed).toMatchObject(parsed);
    });
  }

  for (const { fault, codeOf, told } of [
    { fault: 'a wrong check digit', codeOf: withWrongDigit, told: 'check digit' },
    { fault: 'a wrong check digit in its element', codeOf: (gtin: string) => `(01)0${withWrongDigit(gtin)}`, told: '(01)' },
    { fault: 'a thirteenth month', codeOf: (gtin: string) => `(01)0${gtin}(17)271301`, told: '(17)' },
    { fault: 'an identifier that nobody knows', codeOf: (gtin: string) => `010${gtin}99XY`, told: '"99"' },
    { fault: 'no GTIN', codeOf: () => '(10)ABC', told: '(01)' },
    { fault: 'a lot that is too long', codeOf: (gtin: string) => `010${gtin}10${'X'.repeat(21)}`, told: '(10)' },
  ]) {
    test(`a code with ${fault} is refused, with the reason`, async ({ api }) => {
      const response = await (await api.as('owner')).get(path(codeOf(freshGtin())));
      expect(response.status()).toBe(422);
      const { code, detail } = await problemOf(response);
      expect(code).toBe('invalid-code');
      expect(detail).toContain(told);
    });
  }

  test('a right code of an item that the account does not have is unknown', async ({ api }) => {
    const gtin = freshGtin();
    const response = await (await api.as('owner')).get(path(gtin));
    expect(response.status()).toBe(404);
    expect(await problemOf(response)).toMatchObject({ code: 'unknown-code', detail: expect.stringContaining(gtin) });
  });
});
