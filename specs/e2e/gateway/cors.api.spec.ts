import type { APIRequestContext } from '@playwright/test';
import { expect, test } from '../../../fixtures';

const STRANGER = 'https://elsewhere.example';

/** Asks as a browser does before it sends a request of another origin. */
function preflight(api: APIRequestContext, origin: string, headers: Readonly<Record<string, string>> = {}) {
  return api.fetch('/api/auth/me', {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'GET', ...headers },
  });
}

function listOf(value: string | undefined): readonly string[] {
  return (value ?? '').toLowerCase().split(/ *, */);
}

test.describe('CORS', { tag: ['@area:gateway', '@needs:api-gateway'] }, () => {
  test('the app may send what it needs', async ({ api, stack }) => {
    const answer = await preflight(await api.anonymous(), stack.appOrigin, {
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': 'authorization,content-type,traceparent',
    });
    expect(answer.ok()).toBe(true);
    const headers = answer.headers();
    expect(headers['access-control-allow-origin']).toBe(stack.appOrigin);
    expect(listOf(headers['access-control-allow-methods'])).toEqual(
      expect.arrayContaining(['get', 'post', 'put', 'patch', 'delete']),
    );
    expect(listOf(headers['access-control-allow-headers'])).toEqual(
      expect.arrayContaining(['authorization', 'content-type', 'traceparent', 'x-request-id']),
    );
  });

  test('a preflight needs no token and holds for ten minutes', async ({ api, stack }) => {
    const answer = await preflight(await api.anonymous(), stack.appOrigin);
    expect(answer.status()).toBe(204);
    expect(answer.headers()['access-control-max-age']).toBe('600');
  });

  test('cookies are never asked for', async ({ api, stack }) => {
    const answer = await preflight(await api.anonymous(), stack.appOrigin);
    expect(answer.headers()).not.toHaveProperty('access-control-allow-credentials');
  });

  for (const origin of [STRANGER, 'null', 'http://127.0.0.1', 'http://localhost:1']) {
    test(`the origin ${origin} is not let in`, async ({ api }) => {
      const answer = await preflight(await api.anonymous(), origin);
      expect(answer.headers()).not.toHaveProperty('access-control-allow-origin');
    });
  }

  test('an origin that only begins like the app is not let in', async ({ api, stack }) => {
    const answer = await preflight(await api.anonymous(), `${stack.appOrigin}.elsewhere.example`);
    expect(answer.headers()).not.toHaveProperty('access-control-allow-origin');
  });

  test('caches keep the answers for different origins apart', async ({ api, stack }) => {
    const headers = { origin: stack.appOrigin };
    const answer = await (await api.anonymous()).get('/api/auth/password-policy', { headers });
    expect(listOf(answer.headers().vary)).toContain('origin');
  });

  test('the app may read problems as well', async ({ api, stack }) => {
    const headers = { origin: stack.appOrigin };
    const answer = await (await api.anonymous()).get('/api/users', { headers });
    expect(answer.status()).toBe(401);
    expect(answer.headers()['access-control-allow-origin']).toBe(stack.appOrigin);
  });

  test('the app may read who answered, when to retry, and the trace', async ({ api, stack }) => {
    const headers = { origin: stack.appOrigin };
    const answer = await (await api.anonymous()).get('/api/auth/password-policy', { headers });
    expect(listOf(answer.headers()['access-control-expose-headers'])).toEqual(
      expect.arrayContaining(['x-served-by', 'retry-after', 'traceparent', 'x-request-id']),
    );
  });
});
