import type { APIRequestContext } from '@playwright/test';
import { expect, test } from '../../../fixtures';
import { dataOf, trySignIn } from '../sign-in/accounts';
import { verdictOf } from '../teleconsultation/support/answer';

const FIRST_ROUTE = {
  prescriptions: '/api/prescriptions',
  inventory: '/api/inventory/items',
  consultations: '/api/consultations',
  messages: '/api/messages/threads',
  reports: '/api/inventory/reports/stock',
} as const;
type Right = keyof typeof FIRST_ROUTE;
type Overrides = Readonly<Partial<Record<Right | 'users', 'grant' | 'deny'>>>;

const REFUSED = '403 missing-right';

async function decide(owner: APIRequestContext, userId: string, overrides: Overrides): Promise<void> {
  const answer = await owner.put(`/api/users/${userId}/permissions`, { data: { overrides } });
  if (!answer.ok()) throw new Error(`The permissions were answered ${answer.status()} ${await answer.text()}`);
}

test.describe('a right of one user', {
  tag: ['@area:access', '@needs:user-service', '@needs:inventory-service', '@needs:teleconsultation-service', '@needs:notification-service'],
}, () => {
  // Rights that are given and taken elsewhere: prescriptions and users; there it is shown what they open.
  const CASES = [
    { role: 'doctor', right: 'inventory', decision: 'grant' },
    { role: 'assistant', right: 'consultations', decision: 'grant' },
    { role: 'assistant', right: 'reports', decision: 'grant' },
    { role: 'pharmacist', right: 'inventory', decision: 'deny' },
    { role: 'pharmacist', right: 'reports', decision: 'deny' },
    { role: 'patient', right: 'messages', decision: 'deny' },
  ] as const;

  for (const { role, right, decision } of CASES) {
    const [before, after] = decision === 'grant' ? [REFUSED, 200] : [200, REFUSED];

    test(`"${right}": a ${role} feels a ${decision} and its end at the next request`, async ({ api, auth }) => {
      const [owner, theirs] = [await api.as('owner'), await api.as(role)];
      const { id } = dataOf(await auth.session(role)).user;
      const now = async () => verdictOf(await theirs.get(FIRST_ROUTE[right]));
      expect(await now()).toBe(before);
      await decide(owner, id, { [right]: decision });
      expect(await now()).toBe(after);
      await decide(owner, id, {});
      expect(await now()).toBe(before);
    });
  }

  test('opens nothing to others of the same role', async ({ api, auth, playwright, stack }) => {
    const owner = await api.as('owner');
    const { id } = dataOf(await auth.session('assistant')).user;
    const data = { email: `${crypto.randomUUID()}@officina.example`, name: 'Anna Also', role: 'assistant' };
    const { invitation } = await (await owner.post('/api/users', { data })).json();
    const accept = `/api/auth/invitations/${invitation.token}/accept`;
    const password = `Gw-${crypto.randomUUID()}-A1`;
    const { accessToken } = await (await (await api.anonymous()).post(accept, { data: { password } })).json();
    await decide(owner, id, { consultations: 'grant' });
    const extraHTTPHeaders = { authorization: `Bearer ${accessToken}` };
    const also = await playwright.request.newContext({ baseURL: stack.apiUrl, extraHTTPHeaders });
    expect(await verdictOf(await also.get(FIRST_ROUTE.consultations))).toBe(REFUSED);
    expect(await verdictOf(await (await api.as('assistant')).get(FIRST_ROUTE.consultations))).toBe(200);
    await also.dispose();
  });

  test('is refused where it does not exist, and nothing changes', async ({ api, auth }) => {
    const owner = await api.as('owner');
    const { id } = dataOf(await auth.session('assistant')).user;
    const path = `/api/users/${id}/permissions`;
    await decide(owner, id, { reports: 'grant' });
    for (const overrides of [{ everything: 'grant' }, { reports: 'maybe' }, { reports: true }]) {
      expect(await verdictOf(await owner.put(path, { data: { overrides } }))).toBe('422 invalid-input');
    }
    expect(await (await owner.get(path)).json()).toMatchObject({
      overrides: { reports: 'grant' },
      effective: ['inventory', 'messages', 'reports'],
    });
  });
});

test.describe('a user who is changed', {
  tag: ['@area:access', '@needs:user-service', '@needs:inventory-service', '@needs:prescription-service'],
}, () => {
  test('has the rights of the new role at the next request', async ({ api, auth }) => {
    const [owner, theirs] = [await api.as('owner'), await api.as('doctor')];
    const { id } = dataOf(await auth.session('doctor')).user;
    const both = async () =>
      Promise.all([FIRST_ROUTE.prescriptions, FIRST_ROUTE.inventory].map(async (path) => verdictOf(await theirs.get(path))));
    expect(await both()).toEqual([200, REFUSED]);
    await owner.patch(`/api/users/${id}`, { data: { role: 'assistant' } });
    expect(await both()).toEqual([REFUSED, 200]);
    expect(await (await theirs.get('/api/auth/me')).json()).toMatchObject({ role: 'assistant' });
  });

  test('keeps what was decided for them when the role changes', async ({ api, auth }) => {
    const [owner, theirs] = [await api.as('owner'), await api.as('pharmacist')];
    const { id } = dataOf(await auth.session('pharmacist')).user;
    await decide(owner, id, { inventory: 'deny', prescriptions: 'grant' });
    await owner.patch(`/api/users/${id}`, { data: { role: 'assistant' } });
    expect(await verdictOf(await theirs.get(FIRST_ROUTE.inventory))).toBe(REFUSED);
    expect(await verdictOf(await theirs.get(FIRST_ROUTE.prescriptions))).toBe(200);
  });

  test('who is deactivated has no session left to come back with, not even when activated again', async ({ api, auth }) => {
    const [owner, anonymous, theirs] = [await api.as('owner'), await api.anonymous(), await api.as('assistant')];
    const { refreshToken, user } = dataOf(await auth.session('assistant'));
    await owner.post(`/api/users/${user.id}/deactivate`);
    expect(await verdictOf(await anonymous.post('/api/auth/refresh', { data: { refreshToken } }))).toMatch(/^401 /);
    await owner.post(`/api/users/${user.id}/activate`);
    expect(await verdictOf(await theirs.get(FIRST_ROUTE.inventory))).toBe('401 not-signed-in');
    expect((await trySignIn(anonymous, await auth.account('assistant'))).status()).toBe(200);
  });

  test('who is deleted is nobody from the next request on', async ({ api, auth }) => {
    const [owner, anonymous, theirs] = [await api.as('owner'), await api.anonymous(), await api.as('assistant')];
    const { refreshToken, user } = dataOf(await auth.session('assistant'));
    expect(await verdictOf(await theirs.get(FIRST_ROUTE.inventory))).toBe(200);
    expect((await owner.delete(`/api/users/${user.id}`)).status()).toBe(204);
    expect(await verdictOf(await theirs.get(FIRST_ROUTE.inventory))).toBe('401 not-signed-in');
    expect(await verdictOf(await anonymous.post('/api/auth/refresh', { data: { refreshToken } }))).toBe('401 refresh-invalid');
    expect(await verdictOf(await trySignIn(anonymous, await auth.account('assistant')))).toBe('401 wrong-credentials');
  });
});
