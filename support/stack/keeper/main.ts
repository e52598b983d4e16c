import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import readline from 'node:readline';
import { describeError } from '../../errors/describe-error';
import { startTime } from '../process-identity';
import type { StackPlan } from '../stack-plan';
import type { KeeperAccess, KeeperEvent } from '../stack-state';
import { serveControl, type KeeperControl } from './control-server';
import { Runs } from './runs';
import { Stack } from './stack';
import { receiveTraces } from './trace-receiver';

/** Milliseconds between two looks for the checkout of a warm stack. */
const CHECKOUT_PACE = 5_000;

interface Life {
  phase: 'starting' | 'settled' | 'over';
}

/**
 * The keeper: starts the services of the plan on its standard input, watches them, and stops them
 * when asked to or when its owner is gone. The input is the owner's lease: it closes with the
 * owner's process, however that ended. A warm stack has no owner any more once it is up.
 */
async function keep(plan: StackPlan, lease: Promise<void>): Promise<void> {
  const secret = randomBytes(24).toString('hex');
  const receiver = plan.traces ? await receiveTraces((found) => runs.tellTraces(found)) : undefined;
  const stack: Stack = new Stack(
    plan,
    {
      onReadiness: (service, readiness) => {
        runs.tellReadiness(service, readiness);
        tell({ type: 'readiness', service, readiness });
      },
      onLaunch: () => runs.refresh(),
    },
    receiver,
  );
  const life: Life = { phase: 'starting' };
  const stop = once(async () => {
    life.phase = 'over';
    await stack.stop();
    receiver?.close();
    runs.end();
    setImmediate(() => process.exit(0));
  });
  void lease.then(() => (plan.warm && life.phase === 'settled' ? undefined : stop()));
  stopWhenTold(plan, stop);
  const url = await serveControl(controlOf(stack, () => runs, stop), secret);
  const access: KeeperAccess = { pid: process.pid, startedAt: startTime(process.pid) ?? '', url, secret };
  const runs: Runs = new Runs({ access, stack, warm: plan.warm }, { runId: plan.runId, logs: plan.logs });
  await stack.start();
  // Else the files of a stack that was stopped meanwhile would be written again.
  if (life.phase === 'over') return;
  life.phase = 'settled';
  const stateFile = runs.settle();
  tell({ type: 'settled', stateFile, stack: stack.state() });
}

function controlOf(stack: Stack, runs: () => Runs, stop: () => Promise<void>): KeeperControl {
  return {
    state: () => ({ ...stack.state(), runs: runs().attached }),
    stop,
    attach: (run) => runs().add(run),
    detach: ({ runId }) => runs().remove(runId),
    halt: (service) => stack.halt(service),
    launch: (service) => stack.launch(service),
    replace: ({ services, fingerprints }) => stack.replace(services).then(() => runs().remark(fingerprints)),
  };
}

function stopWhenTold({ warm, root }: StackPlan, stop: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());
  if (!warm) return;
  // Nobody is left to stop the warm stack of a checkout that is gone.
  setInterval(() => {
    if (!existsSync(root)) void stop();
  }, CHECKOUT_PACE).unref();
}

function tell(event: KeeperEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}

// The owner may be gone while something is told to it; the lease then ends the keeper in order.
process.stdout.on('error', () => undefined);

const input = readline.createInterface({ input: process.stdin });
const lease = new Promise<void>((resolve) => input.once('close', resolve));
input.once('line', (line) => {
  // The owner is of the same version of this package: the line is its `StackPlan`.
  const plan = JSON.parse(line) as StackPlan;
  keep(plan, lease).catch((error: unknown) => {
    tell({ type: 'failed', message: describeError(error) });
    process.exitCode = 1;
    process.stdin.destroy();
  });
});
