import type { SessionStorage } from '../manifest/strategies';

/** Playwright's storage state, as an object. */
export interface StorageState {
  cookies: {
    name: string;
    value: string;
    domain: string;
    path: string;
    expires: number;
    httpOnly: boolean;
    secure: boolean;
    sameSite: 'Strict' | 'Lax' | 'None';
  }[];
  origins: { origin: string; localStorage: { name: string; value: string }[] }[];
}

/**
 * What the app finds on its origin, as the storage state that a browser context starts with: no page
 * code runs, so nothing can be touched on a wrong origin.
 *
 * @throws Error for `sessionStorage`, which a context cannot start with.
 */
export function storageStateOf(storage: SessionStorage, origin: string): StorageState {
  if (Object.keys(storage.sessionStorage ?? {}).length > 0) {
    throw new Error(
      'The session strategy writes sessionStorage, which a browser context cannot start with. ' +
        'Leave out the option "role" and call auth.signIn(page, role) in the test.',
    );
  }
  const localStorage = Object.entries(storage.localStorage ?? {}).map(([name, value]) => ({ name, value }));
  return { cookies: cookiesOf(storage, origin), origins: [{ origin, localStorage }] };
}

/** The session's cookies for the app's host. */
export function cookiesOf(storage: SessionStorage, origin: string): StorageState['cookies'] {
  const { hostname, protocol } = new URL(origin);
  return (storage.cookies ?? []).map(({ name, value }) => ({
    name,
    value,
    domain: hostname,
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: protocol === 'https:',
    sameSite: 'Lax',
  }));
}
