import { expect, test } from '../../../fixtures';

const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': /camera=\(\).*microphone=\(\).*geolocation=\(\)/,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
} as const;
const DROPPED = ['expect-ct', 'x-powered-by', 'server', 'x-xss-protection', 'access-control-allow-origin'];

/** The directives of a content security policy by name. */
function directivesOf(policy: string | undefined): Readonly<Record<string, string>> {
  const directives = (policy ?? '').split(';').map((directive) => directive.trim().split(/ +/));
  return Object.fromEntries(directives.map(([name = '', ...sources]) => [name, sources.join(' ')]));
}

test.describe("headers of the app's own documents", { tag: ['@area:gateway', '@needs:web'] }, () => {
  for (const [name, value] of Object.entries(HEADERS)) {
    test(`${name} is set on pages, on files and on what is missing`, async ({ request, stack }) => {
      const page = await (await request.get(`${stack.appOrigin}/sign-in`)).text();
      const [script = ''] = /\/assets\/[^"]+\.js/.exec(page) ?? [];
      for (const path of ['/sign-in', '/no/such/page', script, '/favicon.svg', '/missing.js']) {
        expect((await request.get(`${stack.appOrigin}${path}`)).headers()[name], path).toMatch(value);
      }
    });
  }

  test('the content security policy names every source, and lets in no inline script', async ({ request, stack }) => {
    const policy = (await request.get(`${stack.appOrigin}/sign-in`)).headers()['content-security-policy'];
    expect(directivesOf(policy)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': `'self' blob: ${stack.apiUrl}`,
      'connect-src': stack.apiUrl,
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    });
  });

  for (const name of DROPPED) {
    test(`${name} is never sent`, async ({ request, stack }) => {
      for (const path of ['/sign-in', '/favicon.svg', '/missing.js', '/health/live']) {
        expect((await request.get(`${stack.appOrigin}${path}`)).headers(), path).not.toHaveProperty(name);
      }
    });
  }

  test('pages are asked for anew, hashed files are kept', async ({ request, stack }) => {
    const answer = await request.get(`${stack.appOrigin}/sign-in`);
    expect(answer.headers()['cache-control']).toBe('no-cache');
    const [script = ''] = /\/assets\/[^"]+\.js/.exec(await answer.text()) ?? [];
    const kept = (await request.get(`${stack.appOrigin}${script}`)).headers()['cache-control'];
    expect(kept).toBe('public, max-age=31536000, immutable');
  });
});
