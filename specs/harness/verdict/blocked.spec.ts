import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { closeOverDependencies, dependencies } from '../../../support/manifest/dependencies';
import type { Readiness } from '../../../support/readiness/readiness';
import { blockedMessage, decideBlocked } from '../../../support/verdict/blocked';
import { serviceGraphs, servicesOf } from '../support/graphs';

const ready: Readiness = { state: 'ready', since: 0, startedInMs: 1 };
const exited: Readiness = {
  state: 'down',
  since: 0,
  evidence: { kind: 'exit', code: 1, signal: null, lastLines: ['Error: no URL'] },
};
const victim: Readiness = { state: 'down', since: 0, evidence: { kind: 'dependency', service: 'auth' } };
const slow: Readiness = { state: 'degraded', since: 0, evidence: { kind: 'timeout', address: 'http://x', afterMs: 9 } };
const services = servicesOf({ web: ['gateway'], gateway: ['auth', 'stock'], auth: ['db'], stock: ['db'], db: [] });

interface Row {
  readonly title: string;
  readonly needs: readonly string[];
  readonly wrong: Readonly<Record<string, Readiness | undefined>>;
  readonly message: string | undefined;
}

const rows: readonly Row[] = [
  { title: 'all ready', needs: ['web'], wrong: {}, message: undefined },
  { title: 'no needs', needs: [], wrong: { db: exited }, message: undefined },
  { title: 'a need of nobody', needs: ['mail'], wrong: {}, message: undefined },
  { title: 'another service is down', needs: ['auth'], wrong: { stock: exited }, message: undefined },
  { title: 'its service is down', needs: ['auth'], wrong: { auth: exited }, message: 'BLOCKED: auth: exited with code 1: Error: no URL' },
  {
    title: 'the cause is below its victims',
    needs: ['web'],
    wrong: { web: victim, gateway: victim, auth: exited },
    message: 'BLOCKED: auth: exited with code 1: Error: no URL',
  },
  {
    title: 'a degraded service blocks',
    needs: ['stock'],
    wrong: { db: slow },
    message: 'BLOCKED: db: no answer from http://x within 9 ms',
  },
  { title: 'still starting', needs: ['db'], wrong: { db: { state: 'starting', since: 0 } }, message: 'BLOCKED: db: still starting' },
  { title: 'not in the stack', needs: ['db'], wrong: { db: undefined }, message: 'BLOCKED: db: not part of the running stack' },
];

for (const { title, needs, wrong, message } of rows) {
  test(`a test is blocked or not: ${title}`, () => {
    const all = Object.fromEntries(Object.keys(services).map((name) => [name, ready]));
    const blocked = decideBlocked({ needs, services, readiness: { ...all, ...wrong } });
    expect(blocked && blockedMessage(blocked)).toBe(message);
  });
}

const questions = serviceGraphs.chain((graph) => {
  const names = Object.keys(graph);
  return fc.record({
    services: fc.constant(graph),
    needs: fc.subarray(names),
    wrong: fc.dictionary(fc.constantFrom(...names), fc.constantFrom(exited, slow, victim, undefined)),
  });
});

test('a test is blocked exactly when a service below its needs is not ready, and by a deepest one', () => {
  fc.assert(
    fc.property(questions, ({ services: graph, needs, wrong }) => {
      const readiness = { ...Object.fromEntries(Object.keys(graph).map((name) => [name, ready])), ...wrong };
      const notReady = (name: string) => readiness[name]?.state !== 'ready';
      const closed = closeOverDependencies(graph, needs);
      const blocked = decideBlocked({ needs, services: graph, readiness });
      expect(blocked !== undefined).toBe([...closed].some(notReady));
      if (!blocked) return;
      expect(closed.has(blocked.service) && notReady(blocked.service)).toBe(true);
      expect(dependencies(graph[blocked.service]).filter(({ service }) => notReady(service))).toEqual([]);
      expect(blocked.evidence).not.toBe('');
    }),
  );
});
