import { createHash } from 'node:crypto';
import { closeOverDependencies } from '../manifest/dependencies';
import type { ServiceManifest } from '../manifest/schema';
import { describeEvidence, isDownByItself } from '../readiness/readiness';
import type { ServiceRecord, TestRecord } from '../run/run-record';
import type { Cause } from './cause';
import { isRefusedSignIn, kindOfFailure } from './kind-of-failure';
import { nextByEvidence, nextCauses } from './next-causes';
import { normaliseMessage } from './normalise-message';

/** What causes are found in. */
export interface CauseQuestion {
  readonly tests: readonly TestRecord[];
  readonly services: readonly ServiceRecord[];
  readonly manifest: Readonly<Record<string, ServiceManifest>>;
  /** What tests would meet behind their present cause, where that is known, by test id. */
  readonly behind?: ReadonlyMap<string, readonly string[]>;
}

/** The causes of a run, the best repair first, and the cause of each failed or blocked test. */
export interface Grouped {
  readonly causes: readonly Cause[];
  readonly causeOf: ReadonlyMap<string, string>;
}

/**
 * Groups blocked tests by the service that blocks them, and failed ones by message, place and step: a
 * hundred equal errors in one fixture are one thing to repair.
 */
export function groupCauses(question: CauseQuestion): Grouped {
  const groups = new Map<string, TestRecord[]>();
  for (const test of question.tests) {
    const key = keyOf(test);
    if (key) groups.set(key, [...(groups.get(key) ?? []), test]);
  }
  const causes = [...groups].map(([key, tests]) => causeOf(key, tests, question));
  causes.sort((one, other) => other.unlocks - one.unlocks || (one.id < other.id ? -1 : 1));
  const causeById = causes.flatMap((cause) => cause.tests.map((test) => [test, cause.id] as const));
  return { causes, causeOf: new Map(causeById) };
}

function keyOf(test: TestRecord): string | undefined {
  if (test.lost) return `lost ${test.lost.reason}`;
  if (test.verdict === 'blocked') return `service ${test.blockedBy?.service ?? ''}`;
  if (test.verdict !== 'failed') return undefined;
  const { message = '', place = '', step = '' } = test.failure ?? {};
  const { kind, told } = kindOfFailure(message);
  if (kind === 'environment') return `environment ${told}`;
  // A role that is refused is one thing to repair, wherever tests ask for it.
  if (isRefusedSignIn(message)) return [kind, normaliseMessage(message)].join('\n');
  return [kind, normaliseMessage(message), place, step].join('\n');
}

function causeOf(key: string, tests: readonly TestRecord[], question: CauseQuestion): Cause {
  const [first] = tests;
  const base = {
    id: createHash('sha256').update(key).digest('hex').slice(0, 10),
    tests: tests.map(({ id }) => id),
    unlocks: tests.length,
  };
  if (first?.lost) {
    return { ...base, kind: 'environment', summary: first.lost.reason, evidence: [], victims: [], next: [] };
  }
  const blockedBy = first?.blockedBy;
  if (first?.verdict === 'blocked' && blockedBy) return { ...base, ...ofService(blockedBy.service, tests, question) };
  const { message = '', place, step } = first?.failure ?? {};
  const { kind, told } = kindOfFailure(message);
  return {
    ...base,
    kind,
    summary: told ?? (normaliseMessage(message) || 'no message'),
    evidence: [place && `at ${place}`, step && `in the step "${step}"`].filter((line) => typeof line === 'string'),
    victims: [],
    next: nextByEvidence(tests, question),
  };
}

function ofService(service: string, tests: readonly TestRecord[], question: CauseQuestion) {
  const record = question.services.find(({ name }) => name === service);
  const readiness = record?.readiness;
  const now = readiness && readiness.state !== 'ready' && readiness.evidence;
  const told = [...new Set(tests.flatMap(({ blockedBy }) => blockedBy?.evidence ?? []))];
  return {
    kind: 'service' as const,
    service,
    summary: told[0] ?? 'not ready',
    evidence: [...(now ? [describeEvidence(now)] : []), ...told.slice(0, 3), ...logLines(record)],
    victims: victimsOf(service, question),
    next: [...nextCauses(service, tests, question), ...nextByEvidence(tests, question)],
  };
}

function logLines(record: ServiceRecord | undefined): readonly string[] {
  const ends = (record?.changes ?? []).flatMap((change) =>
    change.state === 'down' && change.evidence.kind === 'exit' ? change.evidence.lastLines : [],
  );
  return ends.slice(-3);
}

/** The services that are not ready and stand on this one. */
function victimsOf(service: string, { services, manifest }: CauseQuestion): readonly string[] {
  return services
    .filter(({ name, readiness }) => name !== service && readiness.state !== 'ready' && !isDownByItself(readiness))
    .map(({ name }) => name)
    .filter((name) => closeOverDependencies(manifest, [name]).has(service));
}
