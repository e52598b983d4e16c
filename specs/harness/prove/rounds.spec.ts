import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { assign } from '../../../scripts/prove/assign';
import { KINDS } from '../../../scripts/prove/damager/damage';
import { damagesOf, nextRound, ROUND } from '../../../scripts/prove/next-round';
import { noteRound } from '../../../scripts/prove/note-run';
import { candidatesOf, nameOfTarget, noticedBy, targetsOf, testsOf } from '../../../scripts/prove/targets';
import type { Recordings, RecordedTest, Target } from '../../../scripts/prove/recordings';
import { answersTo, recordingsOf, route, testThatAsks } from './records';

const target = (path: string, kind: Target['kind'] = 'status'): Target => ({ route: route(path), kind });

const suites = fc
  .array(
    fc.record({ took: fc.nat(5_000), asked: fc.subarray(['/a', '/b', '/c', '/d']), green: fc.boolean() }),
    { minLength: 1, maxLength: 12 },
  )
  .map((tests) =>
    recordingsOf(
      tests.map(({ took, asked, green }) =>
        testThatAsks(asked, { took, outcome: green ? 'passed' : 'failed' }),
      ),
    ),
  );

test('a round orders only what a green test asks, no test too often, and no pair twice', () => {
  fc.assert(
    fc.property(suites, fc.integer({ min: 1, max: 3 }), (recordings, repeats) => {
      const targets = targetsOf(recordings, {});
      const tests = testsOf(recordings);
      const orders = nextRound(targets, tests, { ...ROUND, repeats });
      for (const order of orders) {
        expect(candidatesOf(tests, order.target).map(({ id }) => id)).toContain(order.test);
      }
      const pairs = orders.map((order) => `${order.test} ${nameOfTarget(order.target)}`);
      expect(new Set(pairs).size).toBe(pairs.length);
      expect(Math.max(0, ...Object.values(damagesOf(orders)).map(({ length }) => length))).toBeLessThanOrEqual(repeats);
    }),
  );
});

test('round by round, everything is noticed that any test notices, and the rest is tried with all', () => {
  fc.assert(
    fc.property(suites, fc.func(fc.boolean()), (start, notices) => {
      let recordings = start;
      const targets = targetsOf(start, {});
      for (let round = 0; round < 200; round += 1) {
        const orders = nextRound(targets, testsOf(recordings), ROUND);
        if (orders.length === 0) break;
        recordings = noteRound(recordings, runOf(orders, notices));
      }
      const tests = testsOf(recordings);
      for (const one of targets) {
        const asking = candidatesOf(tests, one);
        const expected = asking.some(({ id }) => notices(id, nameOfTarget(one)));
        expect(noticedBy(tests, one) !== undefined).toBe(expected);
      }
    }),
  );
});

function runOf(orders: ReturnType<typeof nextRound>, notices: (test: string, target: string) => boolean) {
  const repeated = damagesOf(orders);
  const listed = Object.entries(repeated).flatMap(([name, damages]) =>
    damages.map((_, repeat) => ({ id: repeat === 0 ? name : `${name}-${repeat}`, name, repeat })),
  );
  const ids = listed.map(({ id }) => id);
  const damages = assign(repeated, listed);
  const asked = ids.map((id) => ({ test: id, route: '', status: 200, hasBody: true, damaged: true }));
  const ended = ids.map((id) => {
    const damage = damages[id];
    const isRed = damage !== undefined && notices(damage.test, nameOfTarget(damage));
    return { test: id, file: 'f', title: 't', took: 1, outcome: isRed ? ('failed' as const) : ('passed' as const) };
  });
  return { damages, asked, ended };
}

test('the quick test is tried first, then as many as were tried before', () => {
  const slowness = [30, 10, 20, 50, 40];
  let recordings = recordingsOf(slowness.map((took) => testThatAsks(['/a'], { took })));
  const rounds: string[][] = [];
  for (let round = 0; round < 4; round += 1) {
    const orders = nextRound([target('/a')], testsOf(recordings), ROUND);
    rounds.push(orders.map((order) => order.test));
    recordings = noteRound(recordings, runOf(orders, () => false));
  }
  expect(rounds).toEqual([['t1'], ['t2'], ['t0', 't4'], ['t3']]);
});

test('repetitions of a test share its orders, and what has none is left out', () => {
  const orders = { a: [{ route: route('/1'), kind: 'status' as const }, { route: route('/2'), kind: 'body' as const }] };
  const listed = [0, 1, 2].flatMap((repeat) =>
    ['a', 'b'].map((name) => ({ id: repeat === 0 ? name : `${name} again ${repeat}`, name, repeat })),
  );
  expect(assign(orders, listed)).toEqual({
    a: { ...orders.a[0], test: 'a' },
    'a again 1': { ...orders.a[1], test: 'a' },
  });
});

test('a red test that was answered truly, and one that did not run, are no notice', () => {
  const start = recordingsOf([testThatAsks(['/a'], {}), testThatAsks(['/a'], {})]);
  const damages = { t0: { ...target('/a'), test: 't0' }, t1: { ...target('/a'), test: 't1' } };
  const end = { file: 'f', title: 't', took: 1 };
  const after = noteRound(start, {
    damages,
    asked: [{ test: 't1', route: '', status: 200, hasBody: true, damaged: true }],
    ended: [{ test: 't0', outcome: 'failed', message: 'a race', ...end }, { test: 't1', outcome: 'skipped', ...end }],
  });
  const tried = testsOf(after).map(({ test: { tried } }) => tried);
  expect(tried).toEqual([{ [nameOfTarget(target('/a'))]: { kind: 'untouched' } }, {}]);
});

test('a body is a target where a success has one, a refusal where a test met one', () => {
  const start: Recordings = {
    ...recordingsOf([{ ...testThatAsks([], {}), asked: { ...answersTo('/a', { refusals: 1 }) } }]),
    routes: [route('/a'), { ...route('/b'), hasBody: false }],
  };
  const names = targetsOf(start, {}).map((one) => `${one.kind} ${one.route.path}`);
  expect(names).toEqual(['status /a', 'body /a', 'refusal /a', 'status /b']);
  expect(targetsOf(start, { route: 'GET /b' })).toHaveLength(1);
  expect(targetsOf(start, { kind: 'refusal' })).toHaveLength(1);
  expect(targetsOf(start, { service: 'another' })).toEqual([]);
});

test('only a test that got such an answer is a candidate', () => {
  const asks = (answers: Parameters<typeof answersTo>[1]): RecordedTest => ({
    ...testThatAsks([], {}),
    asked: answersTo('/a', answers),
  });
  const tests = testsOf(recordingsOf([asks({ successes: 1 }), asks({ successes: 1, bodies: 1 }), asks({ refusals: 2 })]));
  const idsOf = (kind: Target['kind']) => candidatesOf(tests, target('/a', kind)).map(({ id }) => id);
  expect(KINDS.map(idsOf)).toEqual([['t0', 't1'], ['t1'], ['t2']]);
});

test('every spec file has its turn before any has a second one', () => {
  const candidate = (file: string, took: number) => ({ id: `${file} ${took}`, file, test: testThatAsks(['/a'], { took }) });
  const tests = [candidate('x', 1), candidate('x', 2), candidate('x', 3), candidate('y', 30), candidate('y', 20), candidate('z', 10)];
  const ids = candidatesOf(tests, target('/a')).map(({ id }) => id);
  expect(ids).toEqual(['x 1', 'z 10', 'y 20', 'x 2', 'y 30', 'x 3']);
});
