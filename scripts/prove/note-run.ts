import { isRefusal, isSuccess } from './damager/damage';
import type { Asked, Assigned, Ended } from './damager/folder';
import type { Answers, FileKey, Outcome, RecordedFile, RecordedTest, Recordings } from './recordings';
import { nameOfTarget } from './targets';
import type { Route } from './routes';

/** What a run without damage has shown of some spec files. */
export interface RecordedRun {
  readonly keys: Readonly<Record<string, FileKey>>;
  readonly routes: readonly Route[];
  readonly asked: readonly Asked[];
  readonly ended: readonly Ended[];
}

/** The recordings with those files as they are now; what was tried with their tests before is forgotten. */
export function noteRecording(recordings: Recordings, { keys, routes, asked, ended }: RecordedRun): Recordings {
  const files = Object.entries(keys).map(([file, key]): [string, RecordedFile] => {
    const tests = ended
      .filter((one) => one.file === file)
      .map(({ test, title, took, outcome, message }): [string, RecordedTest] => [
        test,
        { title, took, outcome, message, asked: answersOf(asked.filter((one) => one.test === test)), tried: {} },
      ]);
    return [file, { key, tests: Object.fromEntries(tests) }];
  });
  return { routes, files: { ...recordings.files, ...Object.fromEntries(files) } };
}

/** What a round has shown: how its tests ended, and which of them were really answered wrongly. */
export interface DamagedRun {
  readonly damages: Readonly<Record<string, Assigned>>;
  readonly asked: readonly Asked[];
  readonly ended: readonly Ended[];
}

/** The recordings with the outcome of every order of a round. */
export function noteRound(recordings: Recordings, { damages, asked, ended }: DamagedRun): Recordings {
  const damaged = new Set(asked.filter((one) => one.damaged).map(({ test }) => test));
  const tried = new Map<string, Record<string, Outcome>>();
  for (const one of ended) {
    const damage = damages[one.test];
    const outcome = damage && outcomeOf(one, damaged.has(one.test));
    if (!damage || !outcome) continue;
    tried.set(damage.test, { ...tried.get(damage.test), [nameOfTarget(damage)]: outcome });
  }
  const files = Object.entries(recordings.files).map(([file, { key, tests }]) => {
    const after = Object.entries(tests).map(([id, test]) => [id, { ...test, tried: { ...test.tried, ...tried.get(id) } }]);
    return [file, { key, tests: Object.fromEntries(after) }];
  });
  return { ...recordings, files: Object.fromEntries(files) };
}

// A test that did not run tells nothing: it is tried again.
function outcomeOf({ outcome, message }: Ended, damaged: boolean): Outcome | undefined {
  if (outcome === 'skipped') return undefined;
  if (!damaged) return { kind: 'untouched' };
  return outcome === 'failed' ? { kind: 'red', message: message ?? 'no message' } : { kind: 'green' };
}

function answersOf(asked: readonly Asked[]): Readonly<Record<string, Answers>> {
  const answers: Record<string, Answers> = {};
  for (const { route, status, hasBody } of asked) {
    const { successes, bodies, refusals } = answers[route] ?? { successes: 0, bodies: 0, refusals: 0 };
    answers[route] = {
      successes: successes + Number(isSuccess(status)),
      bodies: bodies + Number(isSuccess(status) && hasBody),
      refusals: refusals + Number(isRefusal(status)),
    };
  }
  return answers;
}
