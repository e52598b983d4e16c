import { closeOverDependencies, dependencies } from '../manifest/dependencies';
import type { ServiceManifest } from '../manifest/schema';
import type { StackState } from '../stack/stack-state';
import { describeEvidence, type Identity, type Readiness } from './readiness';

/** One row of the doctor: a service and what is known of it. */
export interface Diagnosis {
  readonly service: string;
  readonly launcher: string;
  /** Who it said that it is. */
  readonly identity?: Identity;
  readonly readiness: Readiness['state'];
  readonly startedInMs?: number;
  readonly evidence?: string;
  /** The log file, for a service that is not ready. */
  readonly log?: string;
  /** The service whose repair comes first, for one that is down because of it. */
  readonly because?: string;
  /** Services that are down only because of this one. */
  readonly victims: readonly string[];
  /** How many tests stand on it, directly or not. */
  readonly tests: number;
}

/** What a diagnosis is made of. */
export interface DiagnosisQuestion {
  readonly services: Readonly<Record<string, ServiceManifest>>;
  readonly state: StackState;
  /** The needs of every test of the suite. */
  readonly needs: readonly (readonly string[])[];
}

/** One row a service: readiness, evidence, what is down only because of it, and the tests on it. */
export function diagnose({ services, state, needs }: DiagnosisQuestion): readonly Diagnosis[] {
  const closed = needs.map((one) => closeOverDependencies(services, one));
  const wrong = new Set(
    Object.values(state.services).flatMap(({ name, readiness }) => (readiness.state === 'ready' ? [] : [name])),
  );
  return Object.values(state.services).map(({ name, launcher, identity, readiness, logFile }) => ({
    service: name,
    launcher,
    ...(identity ? { identity } : {}),
    readiness: readiness.state,
    ...(readiness.state === 'ready' ? { startedInMs: readiness.startedInMs } : { log: logFile }),
    ...(readiness.state !== 'ready' && readiness.evidence
      ? { evidence: describeEvidence(readiness.evidence) }
      : {}),
    because: wrong.has(name) ? rootOf(services, name, wrong) : undefined,
    victims: [...wrong].filter((one) => one !== name && rootOf(services, one, wrong) === name),
    tests: closed.filter((one) => one.has(name)).length,
  }));
}

/** The deepest service that is not ready below one; `undefined` when the service is itself the root. */
function rootOf(
  services: DiagnosisQuestion['services'],
  name: string,
  wrong: ReadonlySet<string>,
): string | undefined {
  const below = dependencies(services[name]).find(({ service }) => wrong.has(service));
  return below && (rootOf(services, below.service, wrong) ?? below.service);
}
