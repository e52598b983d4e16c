import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Trouble } from '../../../support/evidence/observation';
import type { Readiness } from '../../../support/readiness/readiness';
import type { TimelineEntry } from '../../../support/stack/keeper/timeline-file';
import { judgeAttempt, type AttemptQuestion } from '../../../support/verdict/judge-attempt';
import { servicesOf } from '../support/graphs';
import { down, ready } from '../support/records';

const services = servicesOf({ web: ['gateway'], gateway: [], auth: ['db'], stock: ['db'], db: [] });

// As recorded from a run on mini services: Chromium's and Node's words, and a gateway's problem details.
const trouble = (of: readonly string[], what: Trouble['what']): Trouble => ({ at: 10_500, method: 'GET', path: '/api/x', services: of, what });
const refused = 'GET http://127.0.0.1:41873/api/x: connect ECONNREFUSED 127.0.0.1:41873';

interface Row {
  readonly title: string;
  readonly needs?: readonly string[];
  readonly trouble?: readonly Trouble[];
  readonly timeline?: readonly TimelineEntry[];
  readonly blocked: string | undefined;
}

const change = (service: string, readiness: Readiness): TimelineEntry => ({ service, readiness });
const died = (service: string, at: number) => change(service, down({ kind: 'exit', code: 1, signal: null, lastLines: ['Error: boom'] }, at));

const rows: readonly Row[] = [
  { title: 'no evidence', blocked: undefined },
  { title: 'a refused connection', trouble: [trouble(['gateway'], { kind: 'refused', error: refused })], blocked: 'gateway: GET /api/x: connection refused' },
  {
    title: 'a refused connection at an entry, which says nothing of what is behind it',
    trouble: [trouble(['gateway', 'auth'], { kind: 'refused', error: 'net::ERR_CONNECTION_REFUSED' })],
    blocked: 'gateway: GET /api/x: connection refused',
  },
  ...[502, 503, 504].map((status) => ({
    title: `a ${status} that names a service`,
    trouble: [trouble(['gateway', 'stock'], { kind: 'status', status, named: 'auth' })],
    blocked: `auth: GET /api/x answered ${status} naming auth`,
  })),
  {
    title: 'a 503 that names none, while the service of the route is up',
    trouble: [trouble(['gateway', 'stock'], { kind: 'status', status: 503 })],
    blocked: undefined,
  },
  {
    title: 'a 502 that names none, of a route whose service was down',
    trouble: [trouble(['gateway', 'stock'], { kind: 'status', status: 502 })],
    timeline: [died('stock', 10_400)],
    blocked: 'stock: exited with code 1: Error: boom',
  },
  { title: 'no answer in time', trouble: [trouble(['gateway'], { kind: 'unanswered', error: 'Timeout 3000ms exceeded' })], blocked: undefined },
  {
    title: 'a 503 that names a service of nobody',
    trouble: [trouble(['gateway', 'stock'], { kind: 'status', status: 503, named: 'the-moon' })],
    blocked: undefined,
  },
  { title: 'a need that died in the window', needs: ['auth'], timeline: [died('auth', 10_400)], blocked: 'auth: exited with code 1: Error: boom' },
  {
    title: 'a need that was found dead just after the end, of which the test itself saw nothing: it may have failed before',
    needs: ['auth'],
    timeline: [died('auth', 12_500)],
    blocked: undefined,
  },
  ...([['reset', { kind: 'unanswered', error: 'read ECONNRESET' }], ['a 500', { kind: 'status', status: 500 }]] as const).map(([title, what]) => ({
    title: `${title} of a service that was found dead just after the end`,
    trouble: [trouble(['gateway', 'auth'], what)],
    timeline: [died('auth', 12_500)],
    blocked: 'auth: exited with code 1: Error: boom',
  })),
  {
    title: 'a 500 of a service whose database was found dead just after the end',
    needs: ['auth'],
    trouble: [trouble(['gateway', 'auth'], { kind: 'status', status: 500 })],
    timeline: [died('db', 12_500)],
    blocked: 'db: exited with code 1: Error: boom',
  },
  {
    title: 'a 500 of another service than the one that was found dead just after the end',
    needs: ['auth'],
    trouble: [trouble(['gateway', 'gateway'], { kind: 'status', status: 500 })],
    timeline: [died('auth', 12_500)],
    blocked: undefined,
  },
  {
    title: 'a 500 that names a service, which only an entry may do',
    trouble: [trouble(['gateway', 'stock'], { kind: 'status', status: 500, named: 'auth' })],
    blocked: undefined,
  },
  {
    title: 'a need that died long after the end',
    needs: ['auth'],
    trouble: [trouble(['auth'], { kind: 'unanswered', error: 'read ECONNRESET' })],
    timeline: [died('auth', 14_000)],
    blocked: undefined,
  },
  {
    title: 'a need that was back before it began',
    needs: ['auth'],
    timeline: [died('auth', 5_000), change('auth', { ...ready, since: 9_000 })],
    blocked: undefined,
  },
  { title: 'a service that it does not need died in the window', needs: ['auth'], timeline: [died('stock', 10_400)], blocked: undefined },
  { title: 'what its need stands on died', needs: ['auth'], timeline: [died('db', 10_400)], blocked: 'db: exited with code 1: Error: boom' },
  {
    title: 'an answer that names the victim of a deeper service',
    trouble: [trouble(['gateway', 'auth'], { kind: 'status', status: 503, named: 'auth' })],
    timeline: [died('db', 10_400)],
    blocked: 'db: exited with code 1: Error: boom',
  },
];

const question = ({ needs = [], trouble: seen = [], timeline = [] }: Omit<Row, 'title' | 'blocked'>): AttemptQuestion => ({
  from: 10_000,
  to: 11_000,
  needs,
  observation: { test: 't', retry: 0, from: 10_000, to: 11_000, touched: ['gateway'], trouble: seen, traces: [] },
  timeline,
  services,
});

for (const { title, blocked, ...seen } of rows) {
  test(`a failed attempt is judged by ${title}`, () => {
    const judged = judgeAttempt(question(seen));
    expect(judged && `${judged.service}: ${judged.evidence}`).toBe(blocked);
  });
}

test('with all services ready and no trouble nothing is ever called blocked', () => {
  const names = Object.keys(services);
  const timelines = fc.array(fc.constantFrom(...names).map((name) => change(name, { ...ready, since: 9_000 })));
  fc.assert(
    fc.property(fc.subarray(names), timelines, (needs, timeline) => {
      expect(judgeAttempt(question({ needs, timeline }))).toBeUndefined();
      expect(judgeAttempt({ ...question({ needs, timeline }), observation: undefined })).toBeUndefined();
    }),
  );
});
