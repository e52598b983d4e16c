import { findWarm } from './find-warm';

const OF_A_CHOICE = /^GROUNDWORK_(LAUNCHER$|LAUNCH_|URL_)/;

/**
 * The variables that choose launchers, as they are set now.
 *
 * @example choiceOf({ GROUNDWORK_LAUNCHER: 'attached', HOME: '/' }) // { GROUNDWORK_LAUNCHER: 'attached' }
 */
export function choiceOf(variables: Readonly<NodeJS.ProcessEnv>): Readonly<Record<string, string>> {
  const chosen = Object.entries(variables).filter(
    (entry): entry is [string, string] => OF_A_CHOICE.test(entry[0]) && Boolean(entry[1]),
  );
  return Object.fromEntries(chosen);
}

/**
 * Where no launchers are chosen, those of the checkout's warm stack are: who brought it up as
 * containers wants the next run to stand on it. Sets the variables, so that workers have them too.
 */
export function adoptChoice(root: string): void {
  if (process.env.TEST_WORKER_INDEX || Object.keys(choiceOf(process.env)).length > 0) return;
  Object.assign(process.env, findWarm(root)?.mark.choice);
}
