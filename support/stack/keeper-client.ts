import { readStateFile } from './run-registry';
import type { StackState } from './stack-state';

/**
 * Asks the keeper of a state file what is known of the services now.
 *
 * @throws Error when the keeper does not answer: the stack is gone.
 */
export async function askKeeper(stateFile: string): Promise<StackState> {
  const { keeper } = readStateFile(stateFile);
  try {
    const answer = await fetch(`${keeper.url}/state`, {
      headers: { authorization: `Bearer ${keeper.secret}` },
      signal: AbortSignal.timeout(2_000),
    });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    return (await answer.json()) as StackState; // of the keeper of this same package
  } catch (cause) {
    throw new Error(`The stack's keeper at ${keeper.url} does not answer: the stack is gone.`, { cause });
  }
}
