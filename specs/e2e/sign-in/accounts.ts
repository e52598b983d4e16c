import type { APIRequestContext, APIResponse } from '@playwright/test';
import type { OfficinaSession } from '../../../platform/testing/session-strategy';
import type { Credentials, Registration } from '../../../page-objects';

export { dataOf, type OfficinaSession } from '../../../platform/testing/session-strategy';

/** The organisation and owner of a registration that nobody else makes. */
export function freshRegistration(): Registration {
  const unique = crypto.randomUUID();
  return {
    organisation: `Apotheke ${unique.slice(0, 8)}`,
    name: 'Renate Register',
    email: `renate-${unique}@officina.example`,
    password: freshPassword(),
  };
}

/** A password that the policy takes. */
export function freshPassword(): string {
  return `Gw-${crypto.randomUUID()}-A1`;
}

/** Tries to sign in through the API. */
export function trySignIn(api: APIRequestContext, { email, password }: Credentials): Promise<APIResponse> {
  return api.post('/api/auth/sign-in', { data: { email, password } });
}

/** Signs in through the API, on a device of its own. */
export async function signInByApi(api: APIRequestContext, credentials: Credentials): Promise<OfficinaSession> {
  const answer = await trySignIn(api, credentials);
  if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()} ${await answer.text()}`);
  return ((await answer.json()) as { session: OfficinaSession }).session; // the service validates it by schema
}

/** Fails to sign in `times` times, by a wrong password. */
export async function failToSignIn(api: APIRequestContext, email: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await trySignIn(api, { email, password: 'not-this-one' });
}

/** Invites somebody as a pharmacist; `api` is the owner's. */
export async function invite(api: APIRequestContext, email: string): Promise<string> {
  const answer = await api.post('/api/users', { data: { email, name: 'Ines Invited', role: 'pharmacist' } });
  if (!answer.ok()) throw new Error(`Inviting answered ${answer.status()} ${await answer.text()}`);
  return ((await answer.json()) as { invitation: { token: string } }).invitation.token; // as above
}

/** The header of a request in the name of an access token. */
export function bearer(accessToken: string): { readonly headers: { readonly authorization: string } } {
  return { headers: { authorization: `Bearer ${accessToken}` } };
}
