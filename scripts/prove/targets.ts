import { KINDS, type Damage, type Kind } from './damager/damage';
import type { Answers, Outcome, Recordings, RecordedTest, Target } from './recordings';
import { nameOfRoute, type Route } from './routes';

/** A target's name, such as `body auth-service POST /api/auth/sign-in`. */
export function nameOfTarget({ route, kind }: Damage): string {
  return `${kind} ${nameOfRoute(route)}`;
}

/** What the user asks for; everything unless it is narrowed. */
export interface Wanted {
  readonly service?: string;
  /** Method and path template, such as `GET /api/users/{id}`. */
  readonly route?: string;
  readonly kind?: Kind;
}

/**
 * Everything that is to be noticed: each route's status, its body where a success has one, and its
 * refusals where any test met one.
 */
export function targetsOf(recordings: Recordings, wanted: Wanted): readonly Target[] {
  const tests = testsOf(recordings);
  const isRefusing = (route: Route) => tests.some(({ test }) => countOf(test, { route, kind: 'refusal' }) > 0);
  return recordings.routes
    .filter(({ service }) => wanted.service === undefined || service === wanted.service)
    .filter(({ method, path }) => wanted.route === undefined || `${method} ${path}` === wanted.route)
    .flatMap((route) => KINDS.map((kind) => ({ route, kind })))
    .filter(({ kind }) => wanted.kind === undefined || kind === wanted.kind)
    .filter(({ route, kind }) => kind !== 'body' || route.hasBody)
    .filter(({ route, kind }) => kind !== 'refusal' || isRefusing(route));
}

/** A recorded test with its id and its file. */
export interface Candidate {
  readonly id: string;
  readonly file: string;
  readonly test: RecordedTest;
}

/** All recorded tests. */
export function testsOf({ files }: Recordings): readonly Candidate[] {
  return Object.entries(files).flatMap(([file, { tests }]) =>
    Object.entries(tests).map(([id, test]) => ({ id, file, test })),
  );
}

/**
 * The tests that could notice a target, the best first: those that got an answer of the kind, green
 * without damage. Every spec file has its turn with its quickest before any has a second one: tests of
 * one file ask for the same reason, and who is not looked at in one is not in the next either.
 */
export function candidatesOf(tests: readonly Candidate[], target: Target): readonly Candidate[] {
  const quickest = tests
    .filter(({ test }) => test.outcome === 'passed' && countOf(test, target) > 0)
    .sort((one, other) => one.test.took - other.test.took || one.id.localeCompare(other.id));
  const turns = new Map<string, number>();
  const ranked = quickest.map((one) => {
    const turn = turns.get(one.file) ?? 0;
    turns.set(one.file, turn + 1);
    return { one, turn };
  });
  return ranked.sort((one, other) => one.turn - other.turn).map(({ one }) => one);
}

/** Who noticed a target; `undefined` when nobody has yet. */
export function noticedBy(tests: readonly Candidate[], target: Target): (Candidate & { message: string }) | undefined {
  for (const one of tests) {
    const tried = outcomeOf(one, target);
    if (tried?.kind === 'red') return { ...one, message: tried.message };
  }
  return undefined;
}

/** What came of this target with this test; `undefined` when it was not tried. */
export function outcomeOf({ test }: Candidate, target: Target): Outcome | undefined {
  return test.tried[nameOfTarget(target)];
}

const COUNTED: Readonly<Record<Kind, keyof Answers>> = { status: 'successes', body: 'bodies', refusal: 'refusals' };

function countOf(test: RecordedTest, { route, kind }: Target): number {
  return test.asked[nameOfRoute(route)]?.[COUNTED[kind]] ?? 0;
}
