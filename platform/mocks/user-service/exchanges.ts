import { randomUUID } from 'node:crypto';
import { identitySchema, type Identity } from '@officina/shared/identity/identity';
import { defineExchanges, type ExchangeKit } from 'groundwork-e2e/mocks';
import { z } from 'zod';
import { identitiesBy } from '../kit/identities';

// What leads to an invitation, and the addresses of people, which are unique in a stack.
const VAGUE = ['url', 'token', 'email', 'from', 'to'];
const USERS = '/api/users';

const registered = z.object({ accessToken: z.string() });
const introspected = z.object({ identity: identitySchema });
const made = z.object({ user: z.object({ id: z.uuid() }) });

type Headers = Readonly<Record<string, string>>;

interface World {
  ask(method: string, path: string, more?: { readonly body?: unknown; readonly headers?: Headers }): Promise<unknown>;
  readonly owner: Headers;
  readonly peer: Headers;
  readonly identity: Identity;
}

/** The owner of an account of its own, as auth-service knows them. */
async function register(url: ExchangeKit['url'], peer: Headers): Promise<Identity> {
  const post = async (path: string, body: object, headers: Headers = {}): Promise<unknown> => {
    const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
    return (await fetch(`${url('auth-service')}${path}`, sent)).json();
  };
  const email = `${randomUUID()}@officina.example`;
  const body = { organisation: 'Central', name: 'Olivia Owner', email, password: 'Some-pass-phrase-1', language: 'fr' };
  const { accessToken: token } = registered.parse(await post('/api/auth/register', body));
  return introspected.parse(await post('/internal/introspect', { token }, peer)).identity;
}

async function people({ ask, owner: headers, peer, identity }: World): Promise<void> {
  const person = { email: `${randomUUID()}@officina.example`, name: 'Petra Öz', role: 'pharmacist', phone: '+41 31 1' };
  const { id } = made.parse(await ask('POST', USERS, { body: person, headers })).user;
  await ask('POST', USERS, { body: person, headers });
  await ask('POST', USERS, { body: { ...person, role: 'owner', phone: 'none' }, headers });
  for (const query of ['', '?search=%C3%B6z', '?role=doctor', '?sort=-name', '?sort=price', '?status=invited&pageSize=1']) {
    await ask('GET', `${USERS}${query}`, { headers });
  }
  const at = `${USERS}/${id}`;
  await ask('GET', at, { headers });
  await ask('PATCH', at, { body: { name: 'Petra', phone: null, role: 'assistant' }, headers });
  await ask('PATCH', at, { body: { role: 'king' }, headers });
  await ask('POST', `${at}/invitation`, { headers });
  await ask('POST', `${at}/activate`, { headers });
  await ask('POST', `${at}/deactivate`, { headers });
  await ask('PUT', `${at}/permissions`, { body: { overrides: { reports: 'grant', inventory: 'deny' } }, headers });
  await ask('GET', `${at}/permissions`, { headers });
  await ask('GET', `/internal/users/${id}?accountId=${identity.accountId}`, { headers: peer });
  await ask('GET', `/internal/users/${id}?accountId=${randomUUID()}`, { headers: peer });
  await ask('GET', `${USERS}/directory`, { headers });
  await ask('DELETE', at, { headers });
  await ask('GET', at, { headers });
}

async function owners({ ask, owner: headers, identity }: World): Promise<void> {
  const self = `${USERS}/${identity.userId}`;
  await ask('PATCH', self, { body: { role: 'doctor' }, headers });
  await ask('POST', `${self}/deactivate`, { headers });
  await ask('PUT', `${self}/permissions`, { body: { overrides: { users: 'deny' } }, headers });
  await ask('DELETE', self, { headers });
}

async function account({ ask, owner: headers, peer, identity }: World): Promise<void> {
  await ask('GET', '/api/account', { headers });
  await ask('PATCH', '/api/account', { body: { name: 'Central 2', timeZone: 'Europe/Rome', phone: '+41 31 2' }, headers });
  await ask('PATCH', '/api/account', { body: { timeZone: 'Moon/Base' }, headers });
  const { accountId, userId: id, name } = identity;
  const target = { type: 'location', id, name: 'Am Markt' };
  const at = '2026-01-31T10:00:00.000Z';
  const entry = { id: randomUUID(), accountId, at, actor: { id, name }, action: 'location.created', target, details: {} };
  await ask('POST', '/internal/audit', { body: entry, headers: peer });
  await ask('POST', '/internal/audit', { body: { ...entry, action: '' }, headers: peer });
  for (const query of ['', '?pageSize=2&page=2', '?action=user.invited', '?sort=-at']) await ask('GET', `/api/audit${query}`, { headers });
}

/** Users, their rights and invitations, the account, the audit log; who is refused, and why. */
export default defineExchanges(async ({ send, secret, url }) => {
  const identities = identitiesBy(secret('internal'));
  const peer = await identities.service('pharmacy-service');
  const identity = await register(url, peer);
  const ask: World['ask'] = async (method, path, more) => (await send({ method, path, vague: VAGUE, ...more })).body;
  const world: World = { ask, peer, identity, owner: await identities.as(identity) };
  await ask('GET', USERS);
  const { headers } = await identities.person(identity.accountId, 'doctor');
  for (const path of [USERS, '/api/audit', '/internal/users/1']) await ask('GET', path, { headers });
  await people(world);
  await owners(world);
  await account(world);
});
