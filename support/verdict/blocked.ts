import { closeOverDependencies, dependencies } from '../manifest/dependencies';
import type { ServiceManifest } from '../manifest/schema';
import { describeEvidence, type Readiness } from '../readiness/readiness';

/** Why a test cannot tell anything now. */
export interface Blocked {
  /** The deepest service that is not ready. */
  readonly service: string;
  /** What proves it, in one line. */
  readonly evidence: string;
}

/** What the decision rests on. */
export interface BlockedQuestion {
  readonly needs: readonly string[];
  readonly services: Readonly<Record<string, ServiceManifest>>;
  readonly readiness: Readonly<Record<string, Readiness | undefined>>;
}

/**
 * Whether a test is blocked, and by which service. Of several services that are not ready, the cause
 * is the deepest: one that none of the others explains; those above it are its victims.
 */
export function decideBlocked(question: BlockedQuestion): Blocked | undefined {
  const { needs, services, readiness } = question;
  const closed = [...closeOverDependencies(services, needs)];
  const wrong = new Set(closed.filter((name) => readiness[name]?.state !== 'ready'));
  const deepest = closed.filter((name) => wrong.has(name)).find((name) => !standsOn(services, name, wrong));
  if (deepest === undefined) return undefined;
  return { service: deepest, evidence: evidenceOf(readiness[deepest]) };
}

/** The readiness of all that `needs` stands on: ready, but for the services that are known not to be. */
export function readyBut(
  services: BlockedQuestion['services'],
  needs: readonly string[],
  notReady: Readonly<Record<string, Readiness | undefined>>,
): BlockedQuestion['readiness'] {
  const ready: Readiness = { state: 'ready', since: 0, startedInMs: 0 };
  const closed = [...closeOverDependencies(services, needs)];
  return Object.fromEntries(closed.map((name) => [name, notReady[name] ?? ready]));
}

/** The words in which a blocked test is reported, everywhere. */
export function blockedMessage({ service, evidence }: Blocked): string {
  return `BLOCKED: ${service}: ${evidence}`;
}

function standsOn(
  services: BlockedQuestion['services'],
  name: string,
  wrong: ReadonlySet<string>,
): boolean {
  return dependencies(services[name]).some(({ service }) => wrong.has(service));
}

function evidenceOf(readiness: Readiness | undefined): string {
  if (!readiness) return 'not part of the running stack';
  if (readiness.state === 'ready') return 'ready';
  return readiness.evidence ? describeEvidence(readiness.evidence) : 'still starting';
}

const MESSAGE = /^BLOCKED: ([a-z][a-z0-9-]*): (.*)$/s;

/** Reads what `blockedMessage` wrote; `undefined` for any other text. */
export function parseBlocked(message: string): Blocked | undefined {
  const [, service, evidence = ''] = MESSAGE.exec(message) ?? [];
  return service ? { service, evidence } : undefined;
}
