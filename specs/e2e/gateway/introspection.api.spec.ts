import { expect, test } from '../../../fixtures';
import { bearer, dataOf, signInByApi } from '../sign-in/accounts';

test.describe('introspection', { tag: ['@area:gateway', '@needs:api-gateway', '@needs:auth-service'] }, () => {
  test('a token that was changed is refused', async ({ auth, api }) => {
    const { accessToken } = dataOf(await auth.session('owner'));
    const [head, claims] = accessToken.split('.');
    const forged = `${head}.${claims}.${'A'.repeat(43)}`;
    const answer = await (await api.anonymous()).get('/api/auth/me', bearer(forged));
    expect(answer.status()).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'not-signed-in' });
  });

  test('a token without a signature is refused', async ({ auth, api }) => {
    const { accessToken } = dataOf(await auth.session('owner'));
    const head = Buffer.from('{"alg":"none"}').toString('base64url');
    const unsigned = `${head}.${accessToken.split('.')[1]}.`;
    expect((await (await api.anonymous()).get('/api/auth/me', bearer(unsigned))).status()).toBe(401);
  });

  test('an identity that the client claims is not believed', async ({ auth, api }) => {
    const { accessToken } = dataOf(await auth.session('owner'));
    const headers = { 'x-officina-identity': accessToken };
    const anonymous = await api.anonymous();
    expect((await anonymous.get('/api/auth/me', { headers })).status()).toBe(401);
    const claimed = { ...bearer(accessToken).headers, 'x-officina-identity': 'nonsense' };
    expect((await anonymous.get('/api/auth/me', { headers: claimed })).status()).toBe(200);
  });

  test('a session that is revoked is refused at once', async ({ auth, api }) => {
    const anonymous = await api.anonymous();
    const first = dataOf(await auth.session('owner'));
    const second = await signInByApi(anonymous, await auth.account('owner'));
    expect((await anonymous.get('/api/auth/me', bearer(first.accessToken))).status()).toBe(200);
    await anonymous.delete('/api/auth/sessions', bearer(second.accessToken));
    const refused = await anonymous.get('/api/auth/me', bearer(first.accessToken));
    expect(refused.status()).toBe(401);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('the session was ended') });
    expect((await anonymous.get('/api/auth/me', bearer(second.accessToken))).status()).toBe(200);
  });

  test('a demanded second factor takes all rights at once', async ({ api }) => {
    const owner = await api.as('owner');
    const rights = async () => (await (await owner.get('/api/auth/me')).json()).rights;
    expect(await rights()).toContain('users');
    await owner.put('/api/auth/mfa/policy', { data: { required: 'owner' } });
    expect(await rights()).toEqual([]);
  });
});

test.describe('introspection of users', {
  tag: ['@area:gateway', '@needs:api-gateway', '@needs:auth-service', '@needs:user-service'],
}, () => {
  test('a user who is deactivated is refused at once', async ({ auth, api }) => {
    const { user } = dataOf(await auth.session('pharmacist'));
    const pharmacist = await api.as('pharmacist');
    expect((await pharmacist.get('/api/auth/me')).status()).toBe(200);
    await (await api.as('owner')).post(`/api/users/${user.id}/deactivate`);
    expect((await pharmacist.get('/api/auth/me')).status()).toBe(401);
  });

  test('a right that is given and taken away holds at once', async ({ auth, api }) => {
    const { user } = dataOf(await auth.session('assistant'));
    const [owner, assistant] = [await api.as('owner'), await api.as('assistant')];
    const permissions = `/api/users/${user.id}/permissions`;
    const refused = await assistant.get('/api/users');
    expect(refused.status()).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'missing-right', service: 'user-service' });
    await owner.put(permissions, { data: { overrides: { users: 'grant' } } });
    expect((await assistant.get('/api/users')).status()).toBe(200);
    await owner.put(permissions, { data: { overrides: {} } });
    expect((await assistant.get('/api/users')).status()).toBe(403);
  });

  test('another master account is out of sight', async ({ api, playwright, stack }) => {
    const { items } = await (await (await api.as('owner')).get('/api/users')).json();
    const unique = crypto.randomUUID();
    const data = { organisation: 'B', name: 'B', email: `b-${unique}@officina.example`, password: `Gw-${unique}-A1` };
    const stranger = await playwright.request.newContext({ baseURL: stack.apiUrl });
    const { accessToken } = await (await stranger.post('/api/auth/register', { data })).json();
    const answer = await stranger.get(`/api/users/${items[0].id}`, bearer(accessToken));
    expect(answer.status()).toBe(404);
    await stranger.dispose();
  });
});
