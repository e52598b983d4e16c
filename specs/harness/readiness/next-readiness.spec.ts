import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { nextReadiness, type Watched } from '../../../support/readiness/next-readiness';
import type { Evidence, ProbeResult, Readiness } from '../../../support/readiness/readiness';
import { ready } from '../support/records';

const address = 'http://x/health/ready';
const evidences: Readonly<Record<string, Evidence>> = {
  refused: { kind: 'refused', address },
  timeout: { kind: 'timeout', address, afterMs: 800 },
  network: { kind: 'network', address, message: 'socket hang up' },
  answer: { kind: 'answer', address, status: 503, detail: '' },
  identity: { kind: 'identity', address, expected: 'a', found: 'b' },
};
type Look = keyof typeof evidences | 'ready';

const resultOf = (look: Look): ProbeResult => {
  const evidence = evidences[look];
  return evidence ? { kind: 'not-ready', evidence } : { kind: 'ready' };
};
const after = (looks: readonly Look[]) =>
  looks.reduce<Watched>((watched, look, index) => nextReadiness(watched, resultOf(look), index + 1), { readiness: ready, misses: 0 });

const rows: readonly (readonly [readonly Look[], Readiness['state']])[] = [
  [[], 'ready'],
  [['ready'], 'ready'],
  [['refused'], 'down'],
  [['timeout'], 'ready'],
  [['timeout', 'timeout'], 'down'],
  [['timeout', 'ready', 'timeout'], 'ready'],
  [['timeout', 'network'], 'down'],
  [['answer'], 'degraded'],
  [['identity'], 'degraded'],
  [['timeout', 'answer', 'timeout'], 'degraded'],
  [['refused', 'ready'], 'ready'],
  [['answer', 'ready'], 'ready'],
  [['answer', 'refused'], 'down'],
];

for (const [looks, state] of rows) {
  test(`a running service that is seen as ${looks.join(', then ') || 'nothing yet'} is ${state}`, () => {
    expect(after(looks).readiness.state).toBe(state);
  });
}

test('what is not ready always has evidence, and a ready answer ends every outage', () => {
  const look = fc.constantFrom<Look>('ready', ...Object.keys(evidences));
  fc.assert(
    fc.property(fc.array(look), (looks) => {
      const { readiness } = after(looks);
      if (readiness.state !== 'ready') expect(readiness.evidence).toBeDefined();
      expect(after([...looks, 'ready'])).toMatchObject({ misses: 0, readiness: { state: 'ready' } });
      expect(after([...looks, 'refused']).readiness.state).toBe('down');
    }),
  );
});

test('a service that stays ready keeps the time since when it is', () => {
  expect(after(['ready', 'timeout', 'ready']).readiness).toBe(ready);
});
