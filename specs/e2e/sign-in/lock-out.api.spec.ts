import type { APIRequestContext } from '@playwright/test';
import { expect } from '../../../fixtures';
import { verdictOf } from '../teleconsultation/support/answer';
import { test as base } from '../support/inside';
import { failToSignIn, trySignIn } from './accounts';

type Ask = (env: Readonly<Record<string, string>>) => Promise<APIRequestContext>;

const test = base.extend<{ authWith: Ask }>({
  /** Asks a second auth-service on the stack's database, with settings of its own. */
  authWith: async ({ inside, stack }, use) => {
    await use(async (env) => {
      const shared = { APP_URL: stack.appOrigin, TOKEN_SECRET: stack.secret('token') };
      return inside.asNobody(await inside.start('auth-service', { ...shared, PASSWORD_COST: '10', ...env }));
    });
  },
});

test.describe('lock-out by configuration', { tag: ['@area:sign-in', '@needs:auth-service', '@needs:database'] }, () => {
  test('locks after the configured number of failures, not before', async ({ authWith, auth }) => {
    const owner = await auth.account('owner');
    const own = await authWith({ LOCKOUT_THRESHOLD: '2', LOCKOUT_SECONDS: '40' });
    await failToSignIn(own, owner.email, 1);
    expect(await verdictOf(await trySignIn(own, owner))).toBe(200);
    await failToSignIn(own, owner.email, 2);
    const locked = await trySignIn(own, owner);
    expect(await verdictOf(locked)).toBe('423 locked');
    const seconds = Number(locked.headers()['retry-after']);
    expect(seconds).toBeGreaterThan(30);
    expect(seconds).toBeLessThanOrEqual(40);
  });

  test('a lock of one process holds at the other one too', async ({ authWith, auth, api }) => {
    const owner = await auth.account('owner');
    await failToSignIn(await authWith({ LOCKOUT_THRESHOLD: '1' }), owner.email, 1);
    expect(await verdictOf(await trySignIn(await api.anonymous(), owner))).toBe('423 locked');
  });

  test('a lock ends by itself after the configured time', async ({ authWith, auth }) => {
    const owner = await auth.account('owner');
    const own = await authWith({ LOCKOUT_THRESHOLD: '1', LOCKOUT_SECONDS: '1' });
    await failToSignIn(own, owner.email, 1);
    await expect.poll(async () => verdictOf(await trySignIn(own, owner)), { intervals: [100] }).toBe(200);
  });

  test('attempts at a locked user do not make the lock longer', async ({ authWith, auth }) => {
    const owner = await auth.account('owner');
    const own = await authWith({ LOCKOUT_THRESHOLD: '1', LOCKOUT_SECONDS: '100' });
    await failToSignIn(own, owner.email, 1);
    const first = Number((await trySignIn(own, owner)).headers()['retry-after']);
    await failToSignIn(own, owner.email, 3);
    const later = Number((await trySignIn(own, owner)).headers()['retry-after']);
    expect(later).toBeLessThanOrEqual(first);
  });

  test('wrong codes of the second step lock as wrong passwords do', async ({ authWith, auth, api }) => {
    const account = await auth.account('owner');
    const owner = await api.as('owner');
    const { secret } = await (await owner.post('/api/auth/mfa/setup')).json();
    await owner.post('/api/auth/mfa/confirm', { data: { code: auth.code(secret) } });
    const own = await authWith({ LOCKOUT_THRESHOLD: '3' });
    const wrong = String((Number(auth.code(secret, 1)) + 500_000) % 1_000_000).padStart(6, '0');
    for (let time = 0; time < 3; time += 1) {
      const { challenge } = await (await trySignIn(own, account)).json();
      const answer = await own.post('/api/auth/second-step', { data: { challenge, code: wrong } });
      expect(answer.ok()).toBe(false);
    }
    expect(await verdictOf(await trySignIn(own, account))).toBe('423 locked');
  });

  test('a session lasts as long as is configured', async ({ authWith, auth }) => {
    const owner = await auth.account('owner');
    const own = await authWith({ ACCESS_TOKEN_SECONDS: '120' });
    const before = Date.now();
    const { session } = await (await trySignIn(own, owner)).json();
    const lasts = (Date.parse(session.expiresAt) - before) / 1000;
    expect(lasts).toBeGreaterThan(115);
    expect(lasts).toBeLessThan(130);
  });
});
