import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import type { StackPlan } from './stack-plan';
import type { KeeperEvent, StackState } from './stack-state';

/** A stack that this process owns: it ends with this process at the latest. */
export interface OwnedStack {
  readonly stateFile: string;
  /** As it was when the last service was ready or given up. */
  readonly state: StackState;
  stop(): Promise<void>;
}

const KEEPER = path.join(__dirname, 'keeper', 'main.js');

/**
 * Starts a keeper with the plan's services and waits until each is ready or given up. A service that
 * is down is no error here: it stands in the state.
 *
 * @throws Error when the keeper itself fails.
 */
export async function startStack(
  plan: StackPlan,
  onEvent: (event: KeeperEvent) => void = () => undefined,
): Promise<OwnedStack> {
  const keeper = spawnKeeper(plan);
  const stop = () => stopKeeper(keeper, plan);
  try {
    const settled = await settle(keeper, onEvent);
    if (plan.warm) letGo(keeper);
    return { stateFile: settled.stateFile, state: settled.stack, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function spawnKeeper(plan: StackPlan): ChildProcess {
  const log = path.join(plan.logs, 'keeper.log');
  mkdirSync(path.dirname(log), { recursive: true });
  const errors = openSync(log, 'a');
  // Detached: Ctrl-C in a terminal reaches the runner, which then stops the keeper in order.
  const keeper = spawn(process.execPath, [KEEPER], {
    cwd: plan.root,
    detached: true,
    stdio: ['pipe', 'pipe', errors],
    windowsHide: true,
  });
  closeSync(errors);
  keeper.stdin?.on('error', () => undefined);
  keeper.stdin?.write(`${JSON.stringify(plan)}\n`);
  return keeper;
}

function settle(
  keeper: ChildProcess,
  onEvent: (event: KeeperEvent) => void,
): Promise<Extract<KeeperEvent, { type: 'settled' }>> {
  return new Promise((resolve, reject) => {
    if (!keeper.stdout) return reject(new Error('the keeper has no output pipe'));
    keeper.once('error', (cause) => reject(new Error('The keeper could not be started.', { cause })));
    keeper.once('exit', (code, signal) =>
      reject(new Error(`The keeper ended (${signal ?? `exit code ${code}`}) before the stack was up; see keeper.log.`)),
    );
    readline.createInterface({ input: keeper.stdout }).on('line', (line) => {
      // Written by the keeper of this same package.
      const event = JSON.parse(line) as KeeperEvent;
      onEvent(event);
      if (event.type === 'settled') resolve(event);
      if (event.type === 'failed') reject(new Error(`The stack could not be started: ${event.message}`));
    });
  });
}

/** A warm stack stays when this process ends. */
function letGo(keeper: ChildProcess): void {
  keeper.stdin?.destroy();
  keeper.stdout?.destroy();
  keeper.unref();
}

async function stopKeeper(keeper: ChildProcess, plan: StackPlan): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null || keeper.pid === undefined) return;
  const ended = new Promise<void>((resolve) => keeper.once('exit', () => resolve()));
  keeper.stdin?.end();
  // Every level of dependents stops within its own deadline; then something is wrong with the keeper.
  const patience = plan.services.reduce((sum, { deadlines }) => sum + deadlines.stop, 5_000);
  const timer = setTimeout(() => keeper.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(timer);
}
