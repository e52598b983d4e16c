import { replaceServices, stopStack } from '../keeper-client';
import type { StackPlan, WarmMark } from '../stack-plan';
import type { KeeperEvent } from '../stack-state';
import { startStack } from '../start-stack';
import { collectParts } from './collect-parts';
import { compareMarks, markOf } from './fingerprint';
import { findWarm, inLogOf } from './find-warm';

/** What `bringUp` did: nothing, a change of some services, or a whole new stack. */
export type BroughtUp =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly services: readonly string[] }
  | { readonly kind: 'started'; readonly instead: boolean };

/**
 * Makes the warm stack of a checkout that of the plan: starts one, starts anew what has changed in
 * the one that runs, or replaces it where it was made from another manifest.
 *
 * @throws Error when a keeper fails.
 */
export async function bringUp(
  wanted: StackPlan,
  as: Pick<WarmMark, 'only' | 'choice'>,
  onEvent: (event: KeeperEvent) => void,
): Promise<BroughtUp> {
  const mark = { ...markOf(wanted, collectParts(wanted)), ...as };
  const running = findWarm(wanted.root);
  if (running) {
    const difference = compareMarks(running.mark, mark);
    if (difference.kind === 'same') return difference;
    if (difference.kind === 'changed') {
      const services = wanted.services.filter(({ name }) => difference.services.includes(name)).map(inLogOf(running));
      await replaceServices(running.keeper, { services, fingerprints: mark.fingerprints });
      return difference;
    }
    await stopStack(running.keeper);
  }
  await startStack({ ...wanted, warm: mark }, onEvent);
  return { kind: 'started', instead: running !== undefined };
}
