import type { Page } from '@playwright/test';
import type { SessionStorage } from '../manifest/strategies';
import { openEmptyDocument } from './empty-document';
import { cookiesOf } from './storage-state';

/** Writes a session where the app looks for it, replacing one that another user has left there. */
export async function writeSession(page: Page, origin: string, storage: SessionStorage): Promise<void> {
  await openEmptyDocument(page, origin);
  const cookies = cookiesOf(storage, origin);
  if (cookies.length > 0) await page.context().addCookies(cookies);
  const { localStorage = {}, sessionStorage = {} } = storage;
  await page.evaluate(
    ([local, session]) => {
      for (const [key, value] of Object.entries(local)) window.localStorage.setItem(key, value);
      window.sessionStorage.clear();
      for (const [key, value] of Object.entries(session)) window.sessionStorage.setItem(key, value);
    },
    [localStorage, sessionStorage] as const,
  );
}

/**
 * Removes a session; `storage` tells which keys and cookies the app keeps it in. Without it everything
 * that the app's origin has stored goes.
 */
export async function removeSession(
  page: Page,
  origin: string,
  storage: SessionStorage | undefined,
): Promise<void> {
  await openEmptyDocument(page, origin);
  const domain = new URL(origin).hostname;
  const cookies = storage ? (storage.cookies ?? []).map(({ name }) => ({ name, domain })) : [{ domain }];
  for (const cookie of cookies) await page.context().clearCookies(cookie);
  await page.evaluate((keys) => {
    if (keys) for (const key of keys) window.localStorage.removeItem(key);
    else window.localStorage.clear();
    window.sessionStorage.clear();
  }, storage && Object.keys(storage.localStorage ?? {}));
}
