import { readFile } from 'node:fs/promises';
import type { StorageState } from './storage-state';

/** Adds a session's storage to a storage state that was set before (an object or a file's path). */
export async function mergeStorageStates(
  set: string | Partial<StorageState> | undefined,
  own: StorageState,
): Promise<StorageState> {
  const before = await loaded(set);
  const others = (before.origins ?? []).filter(({ origin }) => origin !== own.origins[0]?.origin);
  const same = (before.origins ?? []).filter(({ origin }) => origin === own.origins[0]?.origin);
  const kept = same.flatMap(({ localStorage }) => localStorage);
  const merged = own.origins.map(({ origin, localStorage }) => {
    const names = new Set(localStorage.map(({ name }) => name));
    return { origin, localStorage: [...kept.filter(({ name }) => !names.has(name)), ...localStorage] };
  });
  return { cookies: [...(before.cookies ?? []), ...own.cookies], origins: [...others, ...merged] };
}

async function loaded(set: string | Partial<StorageState> | undefined): Promise<Partial<StorageState>> {
  if (typeof set !== 'string') return set ?? {};
  return JSON.parse(await readFile(set, 'utf8')) as Partial<StorageState>; // Playwright's own format
}
