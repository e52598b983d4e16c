import { config } from '../config';
import { freshAccessToken, renewAccessToken } from '../session/renew';
import { endSession, keepMfaSetupRequired } from '../session/store';
import { errorOf, unreachable } from './ApiError';

/** What a call needs beside its path. */
export interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A form goes as it is, for files; everything else goes as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** These codes refuse the token; other 401 answers are about what the user typed. */
const TOKEN_REFUSED: ReadonlySet<string> = new Set([
  'not-signed-in',
  'token-expired',
  'session-revoked',
  'http-401',
]);

/** Calls a public route of the API, without a token. */
export async function callPublic<T>(path: string, options: CallOptions = {}): Promise<T> {
  return parse<T>(await send(path, options, undefined));
}

/** Calls the API as the signed-in user; renews the token once when it is refused. */
export async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  return parse<T>(await callRaw(path, options));
}

/** Like `call`, but hands over the response, for bodies that are not JSON. */
export async function callRaw(path: string, options: CallOptions = {}): Promise<Response> {
  const token = await freshAccessToken();
  const first = await send(path, options, token);
  if (first.ok) return first;
  const error = await errorOf(first);
  if (error.code === 'mfa-setup-required') keepMfaSetupRequired();
  if (error.status !== 401 || !TOKEN_REFUSED.has(error.code)) throw error;
  const second = await send(path, options, await renewAccessToken(token));
  if (second.ok) return second;
  const secondError = await errorOf(second);
  if (secondError.status === 401 && TOKEN_REFUSED.has(secondError.code)) endSession('ended');
  throw secondError;
}

async function send(
  path: string,
  options: CallOptions,
  token: string | undefined,
): Promise<Response> {
  const { body } = options;
  const json = body !== undefined && !(body instanceof FormData);
  const headers = new Headers(options.headers);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (json) headers.set('content-type', 'application/json');
  const init: RequestInit = {
    method: options.method ?? 'GET',
    headers,
    signal: options.signal ?? null,
  };
  if (body instanceof FormData) init.body = body;
  else if (json) init.body = JSON.stringify(body);
  try {
    return await fetch(`${config.apiUrl}${path}`, init);
  } catch (cause) {
    if (options.signal?.aborted === true) throw cause;
    throw unreachable(cause);
  }
}

async function parse<T>(response: Response): Promise<T> {
  if (!response.ok) throw await errorOf(response);
  const text = await response.text();
  // The server validates its answers by the same schemas that the types here follow.
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** A query string of those values that are not empty, with its question mark. */
export function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
