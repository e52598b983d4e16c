import { askKeeper, askState, attachToStack, replaceServices } from './keeper-client';
import type { StackPlan } from './stack-plan';
import type { KeeperEvent } from './stack-state';
import { startStack, type OwnedStack } from './start-stack';
import { collectParts } from './warm/collect-parts';
import { compareMarks, markOf } from './warm/fingerprint';
import { findWarm, inLogOf, type WarmStack } from './warm/find-warm';

/** Who is told how the stack was come by. */
export interface ObtainListener {
  onEvent(event: KeeperEvent): void;
  /** One line on the warm stack: used, changed, or left alone and why. */
  onWarm(message: string): void;
}

/**
 * The stack for a run: the warm one of this checkout where it is the right one (services of it that
 * have changed are started anew), else one of the run's own.
 *
 * @throws Error when a keeper fails.
 */
export async function obtainStack(plan: StackPlan, listener: ObtainListener): Promise<OwnedStack> {
  const warm = findWarm(plan.root);
  const attached = warm && (await standOn(warm, plan, listener));
  return attached ?? startStack(plan, (event) => listener.onEvent(event));
}

async function standOn(
  warm: WarmStack,
  whole: StackPlan,
  { onWarm }: ObtainListener,
): Promise<OwnedStack | undefined> {
  const refuse = (why: string) => onWarm(`the warm stack is not used: ${why}; this run has a stack of its own`);
  if (whole.services.some(({ leftOut, faults }) => leftOut || faults.length > 0)) {
    return void refuse('services are left out or made to fail');
  }
  const { only } = warm.mark;
  const plan = only ? { ...whole, services: whole.services.filter(({ name }) => only.includes(name)) } : whole;
  const mark = markOf(plan, collectParts(plan));
  const difference = compareMarks(warm.mark, mark);
  if (difference.kind === 'other') {
    return void refuse('it was made from another manifest or by other launchers ("groundwork up" renews it)');
  }
  const before = await askState(warm.keeper).catch(() => undefined);
  if (!before) return void refuse('its keeper does not answer ("groundwork down" removes it)');
  const names = difference.kind === 'changed' ? difference.services : [];
  if (names.length > 0) {
    if (before.runs > 0) return void refuse(`${names.join(', ')} changed, and another run stands on it`);
    onWarm(`starting anew in the warm stack, because changed: ${names.join(', ')}`);
    const services = plan.services.filter(({ name }) => names.includes(name)).map(inLogOf(warm));
    await replaceServices(warm.keeper, { services, fingerprints: mark.fingerprints });
  }
  const { stateFile, detach } = await attachToStack(warm.keeper, { runId: plan.runId, logs: plan.logs });
  const state = await askKeeper(stateFile);
  const ready = Object.values(state.services).filter(({ readiness }) => readiness.state === 'ready');
  onWarm(`on the warm stack: ${ready.length} of ${plan.services.length} services ready${only ? ' (of those brought up by --only)' : ''}`);
  return { stateFile, state, stop: () => Promise.resolve(detach()) };
}
