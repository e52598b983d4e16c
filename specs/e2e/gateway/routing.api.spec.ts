import { expect, test } from '../../../fixtures';

test.describe('routing', { tag: ['@area:gateway', '@needs:api-gateway', '@needs:auth-service'] }, () => {
  test('an unknown area is answered by the gateway itself', async ({ api }) => {
    const answer = await (await api.anonymous()).get('/api/nowhere');
    expect(answer.status()).toBe(404);
    expect(answer.headers()['content-type']).toContain('application/problem+json');
    expect(await answer.json()).toEqual({
      type: 'https://officina.example/problems/no-route',
      title: 'Not Found',
      status: 404,
      detail: expect.stringContaining('/api/nowhere'),
      code: 'no-route',
      service: 'api-gateway',
    });
  });

  test('an unknown path of a known area is answered by its service', async ({ api }) => {
    const answer = await (await api.as('owner')).get('/api/auth/nowhere');
    expect(answer.status()).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'no-route', service: 'auth-service' });
  });

  for (const path of ['/api/auth/me', '/api/users', '/api/account', '/api/audit', '/api/pharmacies']) {
    test(`${path} is closed without a token`, async ({ api }) => {
      const answer = await (await api.anonymous()).get(path);
      expect(answer.status()).toBe(401);
      expect(answer.headers()['content-type']).toContain('application/problem+json');
      expect(await answer.json()).toMatchObject({ code: 'not-signed-in', service: 'api-gateway' });
    });
  }

  for (const path of ['/internal/introspect', '/internal/users', '/api/internal/introspect']) {
    test(`${path} is not reachable from outside`, async ({ api }) => {
      const answer = await (await api.as('owner')).post(path, { data: { token: 'x' } });
      expect(answer.status()).toBe(404);
      expect(await answer.json()).toMatchObject({ service: 'api-gateway' });
    });
  }

  test('an input that does not fit is named field by field', async ({ api }) => {
    const answer = await (await api.anonymous()).post('/api/auth/sign-in', { data: { email: 'olivia' } });
    expect(answer.status()).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: 'invalid-input',
      errors: [{ path: 'email' }, { path: 'password' }],
    });
  });

  test('a body that is not JSON is a problem and no crash', async ({ api }) => {
    const headers = { 'content-type': 'application/json' };
    const anonymous = await api.anonymous();
    const answer = await anonymous.post('/api/auth/sign-in', { headers, data: Buffer.from('{"email":') });
    expect(answer.status()).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'bad-request' });
  });
});

test.describe('served by', {
  tag: ['@area:gateway', '@needs:api-gateway', '@needs:auth-service', '@needs:user-service', '@needs:pharmacy-service'],
}, () => {
  const SERVED = {
    '/api/auth/me': 'auth-service',
    '/api/users': 'user-service',
    '/api/account': 'user-service',
    '/api/audit': 'user-service',
    '/api/pharmacies': 'pharmacy-service',
  };

  for (const [path, service] of Object.entries(SERVED)) {
    test(`${path} is served by ${service}`, async ({ api }) => {
      const answer = await (await api.as('owner')).get(path);
      expect(answer.status()).toBe(200);
      expect(answer.headers()['x-served-by']).toBe(service);
    });
  }
});
