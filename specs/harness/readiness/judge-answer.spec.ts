import { expect, test } from '@playwright/test';
import { judgeAnswer, type ExpectedIdentity } from '../../../support/readiness/judge-answer';
import { describeEvidence } from '../../../support/readiness/readiness';

const address = 'http://127.0.0.1:20001/health/ready';

interface Row {
  readonly title: string;
  readonly status: number;
  readonly body: unknown;
  readonly expected?: ExpectedIdentity;
  readonly verdict: string;
}

const rows: readonly Row[] = [
  { title: '200 by the service', status: 200, body: { service: 'auth' }, verdict: 'ready' },
  { title: '204 where no identity is asked', status: 204, body: '', expected: false, verdict: 'ready' },
  {
    title: '200 with all that was asked for, and more',
    status: 200,
    body: { service: 'auth', version: '2', uptime: 5 },
    expected: { service: 'auth', version: '2' },
    verdict: 'ready',
  },
  {
    title: '200 by another service',
    status: 200,
    body: { service: 'billing' },
    verdict: `${address} is another service: expected service "auth", found service "billing"`,
  },
  {
    title: '200 by another version',
    status: 200,
    body: { service: 'auth', version: 1 },
    expected: { service: 'auth', version: '1' },
    verdict: `${address} is another service: expected service "auth", version "1", found service "auth", version 1`,
  },
  {
    title: '200 with a page',
    status: 200,
    body: '<!doctype html><title>Router</title>',
    verdict: `${address} is another service: expected service "auth", found service nothing`,
  },
  { title: '200 with null', status: 200, body: null, verdict: `${address} is another service: expected service "auth", found service nothing` },
  { title: '401', status: 401, body: { error: 'who?' }, verdict: `${address} answered 401: {"error":"who?"}` },
  { title: '403 with nothing', status: 403, body: '', verdict: `${address} answered 403` },
  { title: '302', status: 302, body: '', expected: false, verdict: `${address} answered 302` },
  { title: '404 with a page', status: 404, body: '<h1>\n  Not found\n</h1>', verdict: `${address} answered 404: <h1> Not found </h1>` },
  {
    title: '503 with its parts',
    status: 503,
    body: {
      service: 'auth',
      parts: {
        database: { status: 'down', reason: 'connect ECONNREFUSED' },
        cache: { status: 'ready' },
        mail: { status: 'starting' },
      },
    },
    verdict: `${address} answered 503: database down (connect ECONNREFUSED), mail starting`,
  },
  {
    title: '503 whose parts are all ready',
    status: 503,
    body: { parts: { database: { status: 'ready' } } },
    verdict: `${address} answered 503: {"parts":{"database":{"status":"ready"}}}`,
  },
  {
    title: '500 with a long body',
    status: 500,
    body: 'x'.repeat(500),
    verdict: `${address} answered 500: ${'x'.repeat(117)}…`,
  },
];

for (const { title, status, body, expected = { service: 'auth' }, verdict } of rows) {
  test(`a health answer is judged: ${title}`, () => {
    const result = judgeAnswer({ address, status, body }, expected);
    expect(result.kind === 'ready' ? 'ready' : describeEvidence(result.evidence)).toBe(verdict);
  });
}

const identities = [
  ['what was expected, version and build', { service: 'auth' }, { service: 'auth', version: '2', build: 'c0ffee', uptime: 5 }, { service: 'auth', version: '2', build: 'c0ffee' }],
  ['version and build where no identity is asked', false, { version: '2' }, { version: '2' }],
  ['nothing where it says nothing of itself', false, 'ok', undefined],
] as const;

for (const [title, expected, body, identity] of identities) {
  test(`a ready service is known by ${title}`, () => {
    const result = judgeAnswer({ address, status: 200, body }, expected);
    expect(result.kind === 'ready' ? result.identity : 'not ready').toEqual(identity);
  });
}
