import { randomUUID } from 'node:crypto';
import { identitySchema, type Identity } from '@officina/shared/identity/identity';
import { defineExchanges } from 'groundwork-e2e/mocks';
import { TOTP } from 'otpauth';
import { z } from 'zod';
import { identitiesBy } from '../kit/identities';

const VAGUE = ['accessToken', 'refreshToken', 'challenge', 'token', 'url', 'secret', 'otpauthUrl', 'recoveryCodes'];

const session = z.object({ accessToken: z.string(), refreshToken: z.string() });
const introspected = z.object({ identity: identitySchema });
const invited = z.object({ userId: z.uuid(), invitation: z.object({ token: z.string() }) });
const setUp = z.object({ secret: z.string() });
const challenged = z.object({ challenge: z.string() });
const codes = z.object({ recoveryCodes: z.tuple([z.string(), z.string()], z.string()) });

type Headers = Readonly<Record<string, string>>;

interface World {
  ask(method: string, path: string, more?: { readonly body?: unknown; readonly headers?: Headers }): Promise<unknown>;
  readonly service: Headers;
  readonly email: string;
  readonly password: string;
}

interface OwnedWorld extends World {
  readonly identity: Identity;
  readonly owner: Headers;
}

async function registered({ ask, service, email, password }: World): Promise<Identity> {
  await ask('GET', '/api/auth/password-policy');
  const body = { organisation: 'Central', name: 'Olivia Owner', email, password, language: 'fr' };
  await ask('POST', '/api/auth/register', { body: { ...body, password: 'short' } });
  const { accessToken: token } = session.parse(await ask('POST', '/api/auth/register', { body }));
  await ask('POST', '/api/auth/register', { body });
  await ask('POST', '/internal/introspect', { body: { token: 'nonsense' }, headers: service });
  await ask('POST', '/internal/introspect', { body: { token } });
  const { identity } = introspected.parse(await ask('POST', '/internal/introspect', { body: { token }, headers: service }));
  return identity;
}

async function signingIn({ ask, email, password, owner: headers }: OwnedWorld): Promise<void> {
  await ask('GET', '/api/auth/me', { headers });
  await ask('GET', '/api/auth/me');
  await ask('POST', '/api/auth/sign-in', { body: { email, password: 'Some-pass-phrase-2' } });
  await ask('POST', '/api/auth/sign-in', { body: { email: 'olivia' } });
  const answer = await ask('POST', '/api/auth/sign-in', { body: { email: email.toUpperCase(), password } });
  const { refreshToken } = z.object({ session }).parse(answer).session;
  for (const token of [refreshToken, refreshToken, 'unknown']) {
    await ask('POST', '/api/auth/refresh', { body: { refreshToken: token } });
  }
  await ask('GET', '/api/auth/sessions', { headers });
  await ask('DELETE', `/api/auth/sessions/${randomUUID()}`, { headers });
  await ask('DELETE', '/api/auth/sessions', { headers });
}

async function inviting({ ask, service: headers, identity, password }: OwnedWorld): Promise<void> {
  const { accountId, userId: invitedBy } = identity;
  const person = { email: `${randomUUID()}@officina.example`, name: 'Petra', role: 'pharmacist' };
  const answer = await ask('POST', '/internal/users', { body: { ...person, accountId, invitedBy }, headers });
  const { userId, invitation } = invited.parse(answer);
  const at = `/api/auth/invitations/${invitation.token}`;
  await ask('GET', at);
  for (const given of ['weak', password, password]) await ask('POST', `${at}/accept`, { body: { password: given } });
  await ask('POST', `/internal/users/${userId}/invitation`, { headers });
  const body = { status: 'deactivated', overrides: { reports: 'deny' } };
  await ask('PATCH', `/internal/users/${userId}?accountId=${accountId}`, { body, headers });
  await ask('POST', '/api/auth/sign-in', { body: { email: person.email, password } });
  await ask('GET', `/internal/users/${userId}?accountId=${randomUUID()}`, { headers });
  await ask('DELETE', `/internal/users/${userId}`, { headers });
  await ask('PATCH', `/internal/accounts/${accountId}`, { body: { name: 'Central 2' }, headers });
  await ask('GET', `/internal/accounts/${accountId}/users`, { headers });
}

async function secondFactor({ ask, email, password, owner: headers }: OwnedWorld): Promise<void> {
  await ask('POST', '/api/auth/mfa/confirm', { body: { code: '000000' }, headers });
  const totp = new TOTP({ secret: setUp.parse(await ask('POST', '/api/auth/mfa/setup', { headers })).secret });
  const code = totp.generate();
  const { recoveryCodes } = codes.parse(await ask('POST', '/api/auth/mfa/confirm', { body: { code }, headers }));
  const { challenge } = challenged.parse(await ask('POST', '/api/auth/sign-in', { body: { email, password } }));
  const [one, other] = recoveryCodes;
  for (const proof of [{}, { code }, ...['wrong-wrong', one, other].map((recoveryCode) => ({ recoveryCode }))]) {
    await ask('POST', '/api/auth/second-step', { body: { challenge, ...proof } });
  }
  await ask('GET', '/api/auth/mfa', { headers });
  await ask('PUT', '/api/auth/mfa/policy', { body: { required: 'owner' }, headers });
  await ask('POST', '/api/auth/mfa/disable', { body: { password }, headers });
}

/** Registration, sign-in with both steps, sessions, invitations and what services ask. */
export default defineExchanges(async ({ send, secret }) => {
  const identities = identitiesBy(secret('internal'));
  const world: World = {
    ask: async (method, path, more) => (await send({ method, path, vague: VAGUE, ...more })).body,
    service: await identities.service('user-service'),
    email: `${randomUUID()}@officina.example`,
    password: 'Some-pass-phrase-1',
  };
  const identity = await registered(world);
  const owned = { ...world, identity, owner: await identities.as(identity) };
  await signingIn(owned);
  await inviting(owned);
  await secondFactor(owned);
  const { ask, service, owner, password } = owned;
  await ask('PUT', '/api/auth/password', { body: { current: 'Wrong-pass-phrase-1', next: password }, headers: owner });
  await ask('POST', '/api/auth/sign-out', { headers: owner });
  await ask('GET', `/internal/accounts/${identity.accountId}/events`, { headers: service });
});
