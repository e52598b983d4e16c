import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { groupCauses } from '../../../support/causes/group-causes';
import { servicesOf } from '../support/graphs';
import { blockedTest, down, failedTest, ready, serviceRecord, testRecord, testRecords } from '../support/records';

const manifest = servicesOf({ web: ['gateway'], gateway: [], auth: ['db'], stock: ['db'], db: [] });
const names = Object.keys(manifest);
const victim = (service: string) => down({ kind: 'dependency', service });

test('blocked tests are grouped by their service, the best repair first', () => {
  const tests = [blockedTest('a', 'auth'), blockedTest('b', 'db'), blockedTest('c', 'db'), testRecord({ id: 'd' })];
  const services = [serviceRecord('auth', victim('db')), serviceRecord('stock', victim('db')), serviceRecord('db', down()), serviceRecord('web', ready)];
  const { causes, causeOf } = groupCauses({ tests, services, manifest });
  expect(causes).toMatchObject([
    { kind: 'service', service: 'db', unlocks: 2, tests: ['b', 'c'], victims: ['auth', 'stock'], summary: 'exited with code 1: Error: no URL' },
    { kind: 'service', service: 'auth', unlocks: 1, tests: ['a'], victims: [] },
  ]);
  expect(causeOf.get('a')).toBe(causes[1]?.id);
  expect(causeOf.has('d')).toBe(false);
});

test('a second service that is down behind the first is named as next, with how many tests it holds', () => {
  const tests = [blockedTest('a', 'auth', { needs: ['auth', 'gateway'] }), blockedTest('b', 'auth')];
  const services = [serviceRecord('auth', down()), serviceRecord('gateway', down()), serviceRecord('web', victim('gateway'))];
  const [cause] = groupCauses({ tests, services, manifest }).causes;
  expect(cause?.next).toEqual([{ summary: 'gateway is not ready either', tests: 1 }]);
});

test('victims of the cause itself are not next: they come back with it', () => {
  const tests = [blockedTest('a', 'db', { needs: ['auth'] })];
  const services = [serviceRecord('auth', victim('db')), serviceRecord('db', down())];
  expect(groupCauses({ tests, services, manifest }).causes[0]).toMatchObject({ victims: ['auth'], next: [] });
});

test('104 equal errors at one place are one cause; another place or step is another', () => {
  const message = (index: number) => `SecurityError: localStorage: Access is denied at http://127.0.0.1:${20_000 + index}/`;
  const at = (place: string, step?: string) => (id: string, index: number) => failedTest(id, message(index), { failure: { message: message(index), place, step } });
  const tests = Array.from({ length: 104 }, (_, index) => at('fixtures/auth.ts:7')(`t${index}`, index));
  const { causes } = groupCauses({ tests, services: [], manifest });
  expect(causes).toMatchObject([{ kind: 'sign-in', unlocks: 104, evidence: ['at fixtures/auth.ts:7'] }]);
  const others = [at('fixtures/auth.ts:9')('x', 1), at('fixtures/auth.ts:7', 'open the page')('y', 1)];
  const more = groupCauses({ tests: [...tests, ...others], services: [], manifest }).causes;
  expect(more.map(({ unlocks }) => unlocks)).toEqual([104, 1, 1]);
  expect(more.flatMap(({ evidence }) => evidence)).toContain('in the step "open the page"');
});

test('a role that is refused is one cause, wherever tests ask for it', () => {
  const message = 'SignInError: The role "owner" (owner@shop.test) could not be signed in: POST /sign-in answered 401.';
  const tests = ['a', 'b', 'c'].map((id, index) => failedTest(id, message, { failure: { message, place: `${id}.ts:${index}` } }));
  expect(groupCauses({ tests, services: [], manifest }).causes).toMatchObject([{ kind: 'sign-in', unlocks: 3, evidence: ['at a.ts:0'] }]);
});

test('the environment\'s causes are one, wherever the tests were', () => {
  const tests = ['a', 'b'].map((id, index) =>
    failedTest(id, `page.goto: net::ERR_NETWORK_CHANGED at ${id}`, { failure: { message: `net::ERR_NETWORK_CHANGED at ${id}`, place: `${id}.ts:${index}` } }),
  );
  const { causes } = groupCauses({ tests, services: [serviceRecord('db', ready)], manifest });
  expect(causes).toMatchObject([{ kind: 'environment', unlocks: 2, summary: expect.stringContaining('the network of this machine changed') }]);
  expect(causes[0]?.service).toBeUndefined();
});

const questions = fc.record({ tests: testRecords(names), wrong: fc.subarray(names) }).map(({ tests, wrong }) => ({
  tests,
  services: names.map((name) => serviceRecord(name, wrong.includes(name) ? down() : ready)),
  manifest,
}));

test('every failed or blocked test has exactly one cause, and no other test has one', () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { causes, causeOf } = groupCauses(question);
      const held = question.tests.filter(({ verdict }) => verdict === 'failed' || verdict === 'blocked').map(({ id }) => id);
      expect(causes.flatMap(({ tests }) => tests).sort()).toEqual([...held].sort());
      expect([...causeOf.keys()].sort()).toEqual([...held].sort());
      expect(causes.reduce((sum, { unlocks }) => sum + unlocks, 0)).toBe(held.length);
      expect(new Set(causes.map(({ id }) => id)).size).toBe(causes.length);
      for (const cause of causes) {
        expect(cause.unlocks).toBe(cause.tests.length);
        expect(cause.summary).not.toBe('');
        expect(cause.next.every(({ tests }) => tests > 0 && tests <= cause.unlocks)).toBe(true);
      }
      expect(causes.map(({ unlocks }) => unlocks)).toEqual(causes.map(({ unlocks }) => unlocks).sort((a, b) => b - a));
    }),
  );
});

test('the causes and their ids do not depend on the order of the tests', () => {
  fc.assert(
    fc.property(questions, (question) => {
      const idsOf = (tests: typeof question.tests) => groupCauses({ ...question, tests }).causes.map(({ id }) => id);
      expect(idsOf(question.tests.toReversed())).toEqual(idsOf(question.tests));
    }),
  );
});
