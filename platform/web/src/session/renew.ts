import { ApiError, errorOf, unreachable } from '../api/ApiError';
import type { Session } from '../api/types';
import { config } from '../config';
import { endSession, keepSession, sessionState, storedSession } from './store';

const LOCK = 'officina.renew';
// A token that runs out while the request is on its way would be refused.
const MARGIN_MS = 5_000;

let running: Promise<string> | undefined;

/** An access token that is still valid; renewed first when it is about to run out. */
export async function freshAccessToken(): Promise<string> {
  const session = sessionState().session;
  if (session === undefined) throw signedOut();
  const expires = Date.parse(session.expiresAt);
  if (Number.isNaN(expires) || expires - Date.now() > MARGIN_MS) return session.accessToken;
  return renewAccessToken(session.accessToken);
}

/** Exchanges a refused token for a new one: once for all callers, in this tab and in all others. */
export function renewAccessToken(refused: string): Promise<string> {
  running ??= exclusively(() => renew(refused)).finally(() => {
    running = undefined;
  });
  return running;
}

async function exclusively(task: () => Promise<string>): Promise<string> {
  // Web Locks exist in secure contexts only; without them single flight holds within this tab.
  if (!('locks' in navigator)) return task();
  return navigator.locks.request(LOCK, task);
}

async function renew(refused: string): Promise<string> {
  const session = storedSession();
  if (session === undefined) throw signedOut();
  if (session.accessToken !== refused) return session.accessToken;
  const response = await exchange(session.refreshToken);
  if (!response.ok) {
    const error = await errorOf(response);
    if (error.status === 401) endSession('ended');
    throw error;
  }
  // The answer follows the contract's Session schema, which the server validates.
  const next = (await response.json()) as Session;
  keepSession(next);
  return next.accessToken;
}

async function exchange(refreshToken: string): Promise<Response> {
  try {
    return await fetch(`${config.apiUrl}/api/auth/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refreshToken }),
    });
  } catch (cause) {
    throw unreachable(cause);
  }
}

function signedOut(): ApiError {
  return new ApiError(401, { code: 'not-signed-in', detail: 'You are not signed in.', errors: [] });
}
