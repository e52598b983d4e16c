import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { mergeStorageStates } from '../../../support/sign-in/merge-storage-states';
import { storageStateOf, type StorageState } from '../../../support/sign-in/storage-state';

const app = 'https://app.shop.test';

test("a session becomes storage and cookies of the app's own origin", () => {
  const storage = { localStorage: { token: 'a', theme: 'dark' }, cookies: [{ name: 'sid', value: 'b' }] };
  expect(storageStateOf(storage, app)).toEqual({
    cookies: [
      { name: 'sid', value: 'b', domain: 'app.shop.test', path: '/', expires: -1, httpOnly: true, secure: true, sameSite: 'Lax' },
    ],
    origins: [{ origin: app, localStorage: [{ name: 'token', value: 'a' }, { name: 'theme', value: 'dark' }] }],
  });
  expect(storageStateOf(storage, 'http://127.0.0.1:4000').cookies[0]).toMatchObject({ domain: '127.0.0.1', secure: false });
});

test('a session in sessionStorage is refused with what to do instead', () => {
  expect(() => storageStateOf({ sessionStorage: { token: 'a' } }, app)).toThrow(
    'Leave out the option "role" and call auth.signIn(page, role) in the test.',
  );
});

const entries = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.string(), { maxKeys: 4 });
const origin = fc.constantFrom(app, 'https://pay.shop.test', 'https://help.shop.test');
const stateBefore: fc.Arbitrary<Partial<StorageState>> = fc
  .uniqueArray(fc.tuple(origin, entries), { selector: ([name]) => name })
  .map((origins) => ({
    origins: origins.map(([name, storage]) => ({ origin: name, localStorage: listOf(storage) })),
  }));

test('a session is added to what was set: its own keys win, every other key and origin stays', async () => {
  await fc.assert(
    fc.asyncProperty(stateBefore, entries, async (before, storage) => {
      const merged = await mergeStorageStates(before, storageStateOf({ localStorage: storage }, app));
      const names = merged.origins.map((one) => one.origin);
      expect(new Set(names).size).toBe(names.length);
      const origins = (before.origins ?? []).map((one) => one.origin);
      for (const name of [...origins, app]) {
        const expected = { ...storageOf(before, name), ...(name === app ? storage : {}) };
        expect(storageOf(merged, name)).toEqual(expected);
      }
    }),
  );
});

test('a storage state may be set as a file, as Playwright writes it', async ({}, testInfo) => {
  const file = testInfo.outputPath('state.json');
  const cookie = { name: 'consent', value: 'yes' };
  writeFileSync(file, JSON.stringify({ cookies: [cookie], origins: [] }));
  const merged = await mergeStorageStates(file, storageStateOf({ localStorage: { token: 'a' } }, app));
  expect(merged).toEqual({ cookies: [cookie], origins: [{ origin: app, localStorage: [{ name: 'token', value: 'a' }] }] });
});

function listOf(storage: Readonly<Record<string, string>>) {
  return Object.entries(storage).map(([name, value]) => ({ name, value }));
}

function storageOf(state: Partial<StorageState>, name: string): Record<string, string> {
  const found = state.origins?.find((one) => one.origin === name)?.localStorage ?? [];
  return Object.fromEntries(found.map((entry) => [entry.name, entry.value]));
}
