import { expect, test } from '../../../fixtures';

const HEADERS = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': /^max-age=\d{7,}; includeSubDomains$/,
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': /^(DENY|SAMEORIGIN)$/,
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
} as const;

const DROPPED = ['expect-ct', 'x-powered-by', 'server', 'public-key-pins'] as const;

test.describe('security headers', { tag: ['@area:gateway', '@needs:api-gateway', '@needs:auth-service'] }, () => {
  for (const [name, value] of Object.entries(HEADERS)) {
    test(`${name} is set on an answer and on a problem`, async ({ api }) => {
      const anonymous = await api.anonymous();
      for (const path of ['/api/auth/password-policy', '/api/users', '/api/nowhere']) {
        const headers = (await anonymous.get(path)).headers();
        expect(headers[name], path).toMatch(value);
      }
    });
  }

  for (const name of DROPPED) {
    test(`${name} is never sent`, async ({ api }) => {
      const anonymous = await api.anonymous();
      for (const path of ['/api/auth/password-policy', '/api/users', '/api/nowhere', '/health/live']) {
        expect((await anonymous.get(path)).headers(), path).not.toHaveProperty(name);
      }
    });
  }

  test('no header is sent twice', async ({ api }) => {
    const answer = await (await api.anonymous()).get('/api/auth/password-policy');
    const names = answer.headersArray().map(({ name }) => name.toLowerCase());
    const others = names.filter((name) => name !== 'vary');
    expect(others).toEqual([...new Set(others)]);
  });
});
