import type { Launched } from '../launched';

/** A service that somebody else runs: nothing is started, and nothing is stopped. */
export function launchAttached(): Launched {
  const nothing = () => Promise.resolve();
  return { pid: undefined, ended: new Promise(() => undefined), stop: nothing, kill: nothing };
}
