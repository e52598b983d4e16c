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

test.describe('security headers of every service', {
  tag: [
    ...['@area:gateway', '@needs:user-service', '@needs:pharmacy-service'],
    ...['@needs:notification-service', '@needs:teleconsultation-service'],
  ],
}, () => {
  const PATHS = {
    'auth-service': '/api/auth/sessions',
    'user-service': '/api/audit/export.csv',
    'pharmacy-service': '/api/pharmacies',
    'inventory-service': '/api/inventory/reports/stock.csv',
    'notification-service': '/api/notifications',
    'prescription-service': '/api/prescriptions',
    'teleconsultation-service': '/api/consultations',
  };
  const statics = Object.fromEntries(Object.keys(HEADERS).map((name) => [name, 1]));

  for (const [service, path] of Object.entries(PATHS)) {
    test(`${service}: an answer and a problem have each header once, and none that was dropped`, async ({ api }) => {
      const owner = await api.as('owner');
      for (const asked of [path, `${path}/no/such/thing`]) {
        const answer = await owner.get(asked);
        expect(answer.headers()['x-served-by'], asked).toBe(service);
        const names = answer.headersArray().map(({ name }) => name.toLowerCase());
        const counts = Object.keys(HEADERS).map((name) => [name, names.filter((one) => one === name).length]);
        expect(Object.fromEntries(counts), asked).toEqual(statics);
        for (const [name, value] of Object.entries(HEADERS)) expect(answer.headers()[name], asked).toMatch(value);
        expect(names.filter((name) => DROPPED.some((dropped) => dropped === name)), asked).toEqual([]);
      }
    });
  }
});
