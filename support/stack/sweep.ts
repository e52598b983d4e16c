import { sweepDeadRuns } from './run-registry';
import type { StackState } from './stack-state';

/**
 * Ends all that killed runs have left, their containers included, whichever launcher comes next.
 *
 * @returns how many runs had left something.
 */
export async function sweep(): Promise<number> {
  const swept = sweepDeadRuns();
  if (swept.some(hadContainers)) {
    const { sweepEngine } = await import('../launchers/container/sweep-containers.js');
    await sweepEngine();
  }
  return swept.length;
}

function hadContainers({ services }: StackState): boolean {
  return Object.values(services).some(({ launcher }) => launcher === 'container');
}
