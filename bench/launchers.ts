import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import '../scripts/ensure-built';
import platform from '../groundwork.config';
import { ensureBuilt } from '../dist/support/build/ensure-built';
import { parseEnvironment } from '../dist/support/environment/parse-environment';
import { chooseLaunchers } from '../dist/support/launchers/choose-launchers';
import { connectEngine, type Engine } from '../dist/support/launchers/container/engine';
import type { LauncherName } from '../dist/support/launchers/launcher-name';
import { stopStack } from '../dist/support/stack/keeper-client';
import { obtainStack } from '../dist/support/stack/obtain-stack';
import { planStack } from '../dist/support/stack/plan-stack';
import type { StackPlan } from '../dist/support/stack/stack-plan';
import { startStack } from '../dist/support/stack/start-stack';
import { bringUp } from '../dist/support/stack/warm/bring-up';
import { findWarm } from '../dist/support/stack/warm/find-warm';
import { ComposeStack, findCompose } from './compose/compose';
import { median, ms, times } from './median';

const ROUNDS = Number(process.argv[2] ?? 5);
const root = path.join(__dirname, '..');
const silent = { onEvent: () => undefined, onWarm: () => undefined };

/** Milliseconds for the stack, and for the slowest of its services from its own launch on. */
interface Start {
  readonly whole: number;
  readonly slowest: number;
}

async function main(): Promise<void> {
  if (platform.build) await ensureBuilt(platform.build, root);
  const engine = await connectEngine().catch((error: Error) => error.message);
  if (typeof engine === 'string') console.log(`containers are left out: ${engine}`);
  const launchers: readonly LauncherName[] = typeof engine === 'string' ? ['process'] : ['process', 'container'];
  const compose = typeof engine === 'string' ? undefined : await composeOn(engine);
  try {
    await measure(launchers, compose);
  } finally {
    compose?.remove();
  }
}

async function measure(launchers: readonly LauncherName[], compose: ComposeStack | undefined): Promise<void> {
  const starts = new Map<LauncherName, Start[]>(launchers.map((launcher) => [launcher, []]));
  const composed: number[] = [];
  for (const launcher of launchers) await cold(launcher);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const launcher of launchers) starts.get(launcher)?.push(await cold(launcher));
    if (compose) composed.push(await coldCompose(compose));
  }
  print(starts, composed);
  for (const launcher of launchers) console.log(`warm, ${launcher.padEnd(10)} ${ms(await warm(launcher))} for a run to stand on it`);
  if (compose) console.log(`warm, compose    ${ms(await warmCompose(compose))} for its "up" to see that all is up`);
}

function print(starts: ReadonlyMap<LauncherName, readonly Start[]>, composed: readonly number[]): void {
  const processes = median((starts.get('process') ?? []).map(({ whole }) => whole));
  for (const [launcher, found] of starts) {
    const whole = median(found.map((one) => one.whole));
    const chain = median(found.map((one) => one.slowest));
    console.log(`cold, ${launcher.padEnd(10)} ${ms(whole)}  ${times(whole / processes)} of processes, ${times(whole / chain)} of its slowest service`);
  }
  if (composed.length > 0) console.log(`cold, compose    ${ms(median(composed))}  ${times(median(composed) / processes)} of processes`);
}

/** The same services and images by `docker compose`, where it is installed. */
async function composeOn(engine: Engine): Promise<ComposeStack | undefined> {
  const compose = findCompose();
  if (typeof compose === 'string') return void console.log(`compose is left out: ${compose}`);
  console.log(`compose is ${compose.version}${compose.waits ? '' : ', which has no --wait: the engine is asked until all are healthy'}`);
  const stack = new ComposeStack(compose, engine);
  await stack.write(planOf('container', root));
  return stack;
}

async function coldCompose(stack: ComposeStack): Promise<number> {
  try {
    return await stack.up();
  } finally {
    stack.down();
  }
}

async function warmCompose(stack: ComposeStack): Promise<number> {
  const costs: number[] = [];
  try {
    await stack.up();
    for (let round = 0; round < ROUNDS; round += 1) costs.push(await stack.up());
  } finally {
    stack.down();
  }
  return median(costs);
}

async function cold(launcher: LauncherName): Promise<Start> {
  return inFolder(async (logs) => {
    const began = performance.now();
    const stack = await startStack(planOf(launcher, logs));
    const whole = performance.now() - began;
    await stack.stop();
    const own = Object.values(stack.state.services).map(({ readiness }) =>
      readiness.state === 'ready' ? readiness.startedInMs : Number.NaN,
    );
    return { whole, slowest: Math.max(...own) };
  });
}

async function warm(launcher: LauncherName): Promise<number> {
  return inFolder(async (logs) => {
    await bringUp(planOf(launcher, logs), { choice: {} }, () => undefined);
    const costs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      const stack = await obtainStack(planOf(launcher, path.join(logs, String(round))), silent);
      costs.push(performance.now() - began);
      await stack.stop();
    }
    const found = findWarm(root);
    if (found) await stopStack(found.keeper);
    return median(costs);
  });
}

function planOf(launcher: LauncherName, logs: string): StackPlan {
  const environment = parseEnvironment({ GROUNDWORK_LAUNCHER: launcher });
  return planStack(chooseLaunchers(platform, environment), { root, runId: randomUUID().slice(0, 8), logs });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
