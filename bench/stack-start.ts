import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import '../scripts/ensure-built';
import platform from '../groundwork.config';
import { ensureBuilt } from '../dist/support/build/ensure-built';
import { parseEnvironment } from '../dist/support/environment/parse-environment';
import { chooseLaunchers } from '../dist/support/launchers/choose-launchers';
import { connectEngine } from '../dist/support/launchers/container/engine';
import { planStack } from '../dist/support/stack/plan-stack';
import type { StackPlan } from '../dist/support/stack/stack-plan';
import { startStack } from '../dist/support/stack/start-stack';
import { median, ms, times } from './median';

const ROUNDS = Number(process.argv[2] ?? 5);
const LAUNCHER = process.argv[3] ?? 'process';
const root = path.join(__dirname, '..');

// The whole stack of a launcher, and each service alone on a database that is already up, turn by turn.
async function main(): Promise<void> {
  const noEngine = LAUNCHER === 'container' && (await connectEngine().then(() => undefined, (error: Error) => error.message));
  if (noEngine) return console.log(`containers are left out: ${noEngine}`);
  if (platform.build) await ensureBuilt(platform.build, root);
  const names = Object.keys(platform.services);
  const whole: number[] = [];
  const alone = new Map<string, number[]>(names.map((name) => [name, []]));
  await startOf(names);
  for (let round = 0; round < ROUNDS; round += 1) {
    whole.push((await startOf(names)).wall);
    for (const name of names) {
      const { startedInMs } = await startOf(name === 'database' ? [name] : ['database', name]);
      alone.get(name)?.push(startedInMs[name] ?? Number.NaN);
    }
  }
  print(median(whole), new Map([...alone].map(([name, values]) => [name, median(values)])));
}

function print(whole: number, alone: ReadonlyMap<string, number>): void {
  console.log(`launcher             ${LAUNCHER}`);
  for (const [name, time] of alone) console.log(`${name.padEnd(20)} alone ${ms(time)}`);
  const slowest = Math.max(...alone.values());
  const database = alone.get('database') ?? 0;
  const chain = database + Math.max(...[...alone].filter(([name]) => name !== 'database').map(([, time]) => time));
  console.log(`whole stack          ${ms(whole)}`);
  console.log(`whole ÷ slowest service alone           ${times(whole / slowest)}`);
  console.log(`whole ÷ (database, then slowest service) ${times(whole / chain)}`);
}

async function startOf(names: readonly string[]) {
  const logs = mkdtempSync(path.join(os.tmpdir(), 'groundwork-bench-'));
  const plan = planStack(chooseLaunchers(platform, parseEnvironment({ GROUNDWORK_LAUNCHER: LAUNCHER })), { root, runId: randomUUID().slice(0, 8), logs });
  const began = performance.now();
  const stack = await startStack(only(plan, names));
  const wall = performance.now() - began;
  const services = Object.values(stack.state.services);
  await stack.stop();
  rmSync(logs, { recursive: true, force: true });
  const startedInMs = Object.fromEntries(
    services.map(({ name, readiness }) => [
      name,
      readiness.state === 'ready' ? readiness.startedInMs : Number.NaN,
    ]),
  );
  return { wall, startedInMs };
}

/** A plan of some services; nobody answers at the others' addresses, as with a peer that is down. */
function only(plan: StackPlan, names: readonly string[]): StackPlan {
  const services = plan.services.map((service) => ({
    ...service,
    leftOut: !names.includes(service.name),
    dependsOn: names.length <= 2 ? ready(service.name) : service.dependsOn,
  }));
  return { ...plan, services };
}

function ready(name: string): StackPlan['services'][number]['dependsOn'] {
  return name === 'database' ? [] : [{ service: 'database', when: 'ready' }];
}

void main();
