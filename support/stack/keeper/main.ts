import { randomBytes } from 'node:crypto';
import readline from 'node:readline';
import { describeError } from '../../errors/describe-error';
import { SecretStore } from '../../secrets/secret-store';
import { startTime } from '../process-identity';
import { removeStateFile, writeStateFile } from '../run-registry';
import type { StackPlan } from '../stack-plan';
import type { KeeperAccess, KeeperEvent } from '../stack-state';
import { writeNotReady } from '../not-ready-file';
import { serveControl } from './control-server';
import { Stack } from './stack';
import { appendToTimeline } from './timeline-file';

/**
 * The keeper: starts the services of the plan on its standard input, watches them, and stops them
 * when asked to or when its owner is gone. The input is the owner's lease: it closes with the
 * owner's process, however that ended.
 */
async function keep(plan: StackPlan, lease: Promise<void>): Promise<void> {
  const settled: { stateFile?: string } = {};
  const stack = new Stack(plan, {
    onReadiness: (service, readiness) => {
      appendToTimeline(plan.logs, { service, readiness });
      if (settled.stateFile) writeNotReady(settled.stateFile, stack.notReady());
      tell({ type: 'readiness', service, readiness });
    },
    onLaunch: () => void write(),
  });
  const stop = once(async () => {
    await stack.stop();
    removeStateFile(plan.runId);
    setImmediate(() => process.exit(0));
  });
  void lease.then(stop);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());
  const secret = randomBytes(24).toString('hex');
  const url = await serveControl(
    { state: () => stack.state(), stop, halt: (service) => stack.halt(service), launch: (service) => stack.launch(service) },
    secret,
  );
  const access: KeeperAccess = { pid: process.pid, startedAt: startTime(process.pid) ?? '', url, secret };
  const write = () => writeStateFile({ keeper: access, secrets: stack.secrets(), stack: stack.state() });
  await stack.start();
  const stateFile = write();
  settled.stateFile = stateFile;
  // What a test does with one of them (`stack.secret`) must not be read in its trace.
  new SecretStore(stateFile).add(Object.values(stack.secrets()));
  writeNotReady(stateFile, stack.notReady());
  tell({ type: 'settled', stateFile, stack: stack.state() });
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
