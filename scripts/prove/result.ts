import type { Explanation } from './explanations';
import type { Target, Recordings } from './recordings';
import { candidatesOf, nameOfTarget, noticedBy, outcomeOf, testsOf, type Candidate } from './targets';

/** What is known of one target. */
export type Finding = { readonly target: Target } & (
  | { readonly kind: 'noticed'; readonly file: string; readonly title: string; readonly message: string }
  | { readonly kind: 'explained'; readonly reason: string }
  /** Nobody asks the route so that the damage could be seen, or all that were tried stayed green. */
  | Unnoticed
);

/** A target that no test has noticed so far. */
export interface Unnoticed {
  readonly kind: 'unnoticed';
  /** How many tests get such an answer. */
  readonly asking: number;
  /** How many of them are still to be tried. */
  readonly untried: number;
  /** Those that were answered wrongly and stayed green. */
  readonly green: readonly string[];
}

/** A test that is red without any damage: nothing it says counts. */
export interface RedControl {
  readonly file: string;
  readonly title: string;
  readonly message: string;
}

/** What `npm run prove` has found. */
export interface ProveResult {
  readonly findings: readonly Finding[];
  /** Explanations of targets that were noticed, or do not exist. */
  readonly stale: readonly Explanation[];
  readonly redControls: readonly RedControl[];
}

/** What the result is made of. */
export interface Known {
  readonly recordings: Recordings;
  readonly targets: readonly Target[];
  readonly explanations: readonly Explanation[];
}

/** Puts together what was found; explanations of targets that were not asked for are not judged. */
export function resultOf({ recordings, targets, explanations }: Known, isNarrowed: boolean): ProveResult {
  const tests = testsOf(recordings);
  const findings = targets.map((target) => findingOf(target, tests, explanations));
  const byName = new Map(findings.map((finding) => [nameOfTarget(finding.target), finding]));
  const stale = explanations.filter(({ target }) => {
    const found = byName.get(target);
    return found ? found.kind === 'noticed' : !isNarrowed;
  });
  const redControls = tests
    .filter(({ test }) => test.outcome === 'failed')
    .map(({ file, test }) => ({ file, title: test.title, message: test.message ?? '' }));
  return { findings, stale, redControls };
}

/** Whether everything was noticed or explained, and nothing stands against the proof. */
export function isProven({ findings, stale, redControls }: ProveResult): boolean {
  return findings.every(({ kind }) => kind !== 'unnoticed') && stale.length === 0 && redControls.length === 0;
}

function findingOf(target: Target, tests: readonly Candidate[], explanations: readonly Explanation[]): Finding {
  const found = noticedBy(tests, target);
  if (found) return { target, kind: 'noticed', file: found.file, title: found.test.title, message: found.message };
  const name = nameOfTarget(target);
  const explained = explanations.find((one) => one.target === name);
  if (explained) return { target, kind: 'explained', reason: explained.reason };
  const asking = candidatesOf(tests, target);
  const green = asking.filter((one) => outcomeOf(one, target)?.kind === 'green');
  return {
    target,
    kind: 'unnoticed',
    asking: asking.length,
    green: green.map(({ file, test }) => `${file} › ${test.title}`),
    untried: asking.filter((one) => outcomeOf(one, target) === undefined).length,
  };
}
