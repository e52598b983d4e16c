import fc from 'fast-check';
import type { ServiceManifest } from '../../../support/manifest/schema';
import type { Evidence, Readiness } from '../../../support/readiness/readiness';
import type { RunRecord, ServiceRecord, TestRecord } from '../../../support/run/run-record';
import { buildRun } from '../../../support/run/build-run';

/** A service that is up. */
export const ready: Readiness = { state: 'ready', since: 0, startedInMs: 1 };

/** A service that is down by this evidence; that it has exited, unless told otherwise. */
export function down(
  evidence: Evidence = { kind: 'exit', code: 1, signal: null, lastLines: ['Error: no URL'] },
  since = 0,
): Extract<Readiness, { state: 'down' }> {
  return { state: 'down', since, evidence };
}

/** The record of a test that has passed, with what is said of it instead. */
export function testRecord(more: Partial<TestRecord> & Pick<TestRecord, 'id'>): TestRecord {
  return {
    title: `test ${more.id}`,
    file: 'specs/a.spec.ts',
    line: 1,
    project: 'main',
    verdict: 'passed',
    durationMs: 10,
    retries: 0,
    needs: [],
    declared: [],
    learned: [],
    ...more,
  };
}

/** A test that a service blocks. */
export function blockedTest(id: string, service: string, more: Partial<TestRecord> = {}): TestRecord {
  const blockedBy = { service, evidence: 'exited with code 1: Error: no URL' };
  return testRecord({ id, verdict: 'blocked', needs: [service], blockedBy, ...more });
}

/** A test that failed with this message. */
export function failedTest(id: string, message: string, more: Partial<TestRecord> = {}): TestRecord {
  return testRecord({ id, verdict: 'failed', failure: { message, place: 'specs/a.spec.ts:1' }, ...more });
}

/** A service's record, down or ready. */
export function serviceRecord(name: string, readiness: Readiness): ServiceRecord {
  return { name, launcher: 'process', readiness, changes: [readiness] };
}

/** A whole run of these tests. */
export function runOf(
  tests: readonly TestRecord[],
  more: { readonly services?: readonly ServiceRecord[]; readonly manifest?: Readonly<Record<string, ServiceManifest>> } = {},
): RunRecord {
  const head = { id: 'r1', platform: 'mini', startedAt: '2026-01-02T03:04:05.000Z', durationMs: 61_234, full: true };
  return buildRun({ head, tests, services: more.services ?? [], manifest: more.manifest ?? {}, before: undefined });
}

/** Tests of every verdict on these services, each with an id of its own. */
export function testRecords(services: readonly string[]): fc.Arbitrary<readonly TestRecord[]> {
  const messages = fc.constantFrom('', 'Timeout 3000ms', 'SecurityError: localStorage', 'net::ERR_NETWORK_CHANGED', 'a < b');
  const one = fc.oneof(
    fc.constantFrom('passed', 'flaky', 'skipped').map((verdict) => ({ verdict }) as const),
    fc.record({ verdict: fc.constant('blocked' as const), service: fc.constantFrom(...services) }),
    fc.record({ verdict: fc.constant('failed' as const), message: messages, place: fc.constantFrom('a.ts:1', 'b.ts:2') }),
  );
  return fc.array(one, { maxLength: 30 }).map((list) =>
    list.map((made, index) => {
      const id = `t${index}`;
      if ('service' in made) return blockedTest(id, made.service);
      if ('message' in made) return failedTest(id, made.message, { failure: { message: made.message, place: made.place } });
      return testRecord({ id, verdict: made.verdict });
    }),
  );
}

/** A text without colours. */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- colour codes start with the escape character
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
