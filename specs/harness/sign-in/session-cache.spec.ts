import { expect, test } from '@playwright/test';
import type { Account, Session, SessionStrategy } from '../../../support/manifest/strategies';
import { SessionCache } from '../../../support/sign-in/session-cache';

const owner: Account = { role: 'owner', email: 'owner@shop.test', password: 'x' };
const doctor: Account = { role: 'doctor', email: 'doctor@shop.test', password: 'x' };
const HOUR = 3_600_000;
const context = { url: () => 'http://127.0.0.1:1' };

/** A cache over a strategy that counts, with a clock that the spec moves. */
function cacheWith(more: Partial<SessionStrategy> = {}, life = HOUR) {
  const clock = { now: 1_000_000 };
  const signIns: string[] = [];
  const noted: Session[] = [];
  const strategy: SessionStrategy = {
    signIn: async (_context, { email, role }) => {
      signIns.push(email);
      await new Promise((resolve) => setImmediate(resolve));
      return { role, expiresAt: clock.now + life, data: signIns.length };
    },
    storage: () => ({}),
    headers: () => ({}),
    ...more,
  };
  const onSession = (session: Session) => noted.push(session);
  return { clock, signIns, noted, cache: new SessionCache({ strategy, context, onSession, now: () => clock.now }) };
}

test('an account is signed in once, and every account for itself', async () => {
  const { cache, signIns, noted } = cacheWith();
  const first = await cache.get(owner);
  expect(await cache.get(owner)).toBe(first);
  expect((await cache.get(doctor)).role).toBe('doctor');
  expect(signIns).toEqual([owner.email, doctor.email]);
  expect(noted).toHaveLength(2);
});

test('those who ask side by side wait for one sign-in', async () => {
  const { cache, signIns } = cacheWith();
  const sessions = await Promise.all(Array.from({ length: 5 }, () => cache.get(owner)));
  expect(new Set(sessions).size).toBe(1);
  expect(signIns).toHaveLength(1);
});

const renewals: readonly (readonly [string, number, number, boolean])[] = [
  ['an hour, with 61 s left', HOUR, HOUR - 61_000, false],
  ['an hour, with 60 s left', HOUR, HOUR - 60_000, true],
  ['ten seconds, with 1.1 s left', 10_000, 8_900, false],
  ['ten seconds, with 1 s left', 10_000, 9_000, true],
  ['an hour, expired', HOUR, HOUR + 1, true],
];

for (const [title, life, passed, isRenewed] of renewals) {
  test(`a session that lives ${title} is ${isRenewed ? 'made anew' : 'still used'}`, async () => {
    const { cache, clock, signIns } = cacheWith({}, life);
    await cache.get(owner);
    clock.now += passed;
    await cache.get(owner);
    expect(signIns).toHaveLength(isRenewed ? 2 : 1);
  });
}

test('those who ask side by side for an expired session wait for one renewal', async () => {
  const { cache, clock, signIns } = cacheWith();
  await cache.get(owner);
  clock.now += HOUR;
  const sessions = await Promise.all(Array.from({ length: 5 }, () => cache.get(owner)));
  expect(new Set(sessions).size).toBe(1);
  expect(signIns).toHaveLength(2);
});

test('a failed sign-in is told with role, e-mail and answer, and is not tried again', async () => {
  let tries = 0;
  const { cache } = cacheWith({
    signIn: async () => {
      tries += 1;
      throw new Error('POST /sign-in answered 401', { cause: new Error('wrong password') });
    },
  });
  const message =
    'The role "owner" (owner@shop.test) could not be signed in: POST /sign-in answered 401: wrong password. ' +
    'Check its account in the manifest or in the tenant strategy.';
  for (const attempt of [1, 2, 3]) {
    await expect(cache.get(owner), `attempt ${attempt}`).rejects.toThrow(message);
  }
  expect(tries).toBe(1);
});

test('a session that making the account gave is used, and its secrets are noted', async () => {
  const { cache, clock, signIns, noted } = cacheWith();
  const session = { role: 'owner', expiresAt: clock.now + HOUR, data: 'given' };
  cache.put(owner, session);
  expect(await cache.get(owner)).toBe(session);
  expect({ signIns, noted }).toEqual({ signIns: [], noted: [session] });
});

test('a session that was forgotten is made anew', async () => {
  const { cache, signIns } = cacheWith();
  await cache.get(owner);
  cache.forget(owner);
  await cache.get(owner);
  expect(signIns).toHaveLength(2);
});

test('a session that the platform has ended is made anew, once for all who ask', async () => {
  let isAlive = true;
  const { cache, signIns } = cacheWith({ isAlive: async () => isAlive });
  const first = await cache.get(owner);
  expect(await cache.get(owner)).toBe(first);
  isAlive = false;
  const sessions = await Promise.all([cache.get(owner), cache.get(owner)]);
  expect(new Set([first, ...sessions]).size).toBe(2);
  expect(signIns).toHaveLength(2);
});

test('a second factor is asked for only by accounts that have one, and no code is given twice', async () => {
  const codes: string[] = [];
  const { cache } = cacheWith({
    signIn: async (_context, { role }, code) => {
      codes.push(code(), code());
      return { role, expiresAt: HOUR, data: undefined };
    },
  });
  await cache.get({ ...owner, totpSecret: 'JBSWY3DPEHPK3PXP' });
  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
  expect(codes[0]).not.toBe(codes[1]);
  await expect(cache.get(doctor)).rejects.toThrow('a second factor is demanded, but the account has no totpSecret');
});
