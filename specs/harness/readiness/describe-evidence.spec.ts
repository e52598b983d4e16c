import { expect, test } from '@playwright/test';
import { describeEvidence, type Evidence } from '../../../support/readiness/readiness';

const address = 'http://127.0.0.1:20001/health';
const exit = (lastLines: readonly string[], more: Partial<Extract<Evidence, { kind: 'exit' }>> = {}) =>
  ({ kind: 'exit', code: 1, signal: null, lastLines, ...more }) as const;

const rows: readonly (readonly [Evidence, string])[] = [
  [exit([]), 'exited with code 1'],
  [exit(['  ', '']), 'exited with code 1'],
  [exit(['starting', 'bye']), 'exited with code 1: bye'],
  [
    exit(['Error: DATABASE_URL is not set', '    at main (/app/main.js:3:9)', 'Node.js v20.20.0']),
    'exited with code 1: Error: DATABASE_URL is not set',
  ],
  [
    exit(['cannot read settings', 'TypeError: x is undefined', 'an error ended the process']),
    'exited with code 1: TypeError: x is undefined',
  ],
  [exit(['port 4000 is taken', 'bye']), 'exited with code 1: port 4000 is taken'],
  [exit([], { code: null }), 'exited with code unknown'],
  [exit(['bye'], { code: null, signal: 'SIGKILL' }), 'was killed by SIGKILL: bye'],
  [{ kind: 'launch', message: '"nod" was not found' }, 'could not be launched: "nod" was not found'],
  [{ kind: 'port-taken', port: 4000 }, 'port 4000 is taken by another program'],
  [{ kind: 'refused', address }, `connection refused at ${address}`],
  [{ kind: 'timeout', address, afterMs: 1_000 }, `no answer from ${address} within 1000 ms`],
  [{ kind: 'network', address, message: 'socket hang up' }, `${address}: socket hang up`],
  [{ kind: 'dependency', service: 'auth' }, 'not started, because auth is not ready'],
  [{ kind: 'reason', message: 'PostgreSQL: no such database' }, 'PostgreSQL: no such database'],
  [
    { kind: 'late', afterMs: 1_500, last: { kind: 'refused', address } },
    `not ready within 1.5 s: connection refused at ${address}`,
  ],
];

for (const [index, [evidence, line]] of rows.entries()) {
  test(`evidence in one line: ${index + 1}. ${line}`, () => {
    expect(describeEvidence(evidence)).toBe(line);
  });
}
