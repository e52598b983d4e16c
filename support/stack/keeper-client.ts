import { readStateFile } from './run-registry';
import type { Halted, StackState } from './stack-state';

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

/** Stops one service of a stack, and tells how it ended. */
export async function haltService(stateFile: string, service: string): Promise<Halted> {
  return (await command(stateFile, `halt/${service}`)) as Halted; // of the keeper of this same package
}

/** Starts a service again that was stopped; resolves when it is ready or given up. */
export async function launchService(stateFile: string, service: string): Promise<void> {
  await command(stateFile, `launch/${service}`);
}

async function command(stateFile: string, path: string): Promise<unknown> {
  const { keeper } = readStateFile(stateFile);
  const answer = await fetch(`${keeper.url}/${path}`, { method: 'POST', headers: { authorization: `Bearer ${keeper.secret}` } });
  if (!answer.ok) throw new Error(`The keeper answered ${answer.status} to ${path}.`);
  return answer.json();
}
