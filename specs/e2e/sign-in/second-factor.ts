import type { APIRequestContext } from '@playwright/test';

/** A second factor that was just set up. */
export interface SecondFactor {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Sets up a second factor for the user of `api`; `code` makes the first code of its secret. */
export async function setUpSecondFactor(
  api: APIRequestContext,
  code: (secret: string) => string,
): Promise<SecondFactor> {
  const setup = await answered<{ secret: string }>(api, '/api/auth/mfa/setup');
  const data = { code: code(setup.secret) };
  const confirmed = await answered<{ recoveryCodes: string[] }>(api, '/api/auth/mfa/confirm', data);
  return { secret: setup.secret, recoveryCodes: confirmed.recoveryCodes };
}

async function answered<T>(api: APIRequestContext, path: string, data?: object): Promise<T> {
  const answer = await api.post(path, { data });
  if (answer.ok()) return (await answer.json()) as T; // the service validates its answers by schema
  throw new Error(`POST ${path} answered ${answer.status()} ${await answer.text()}`);
}
