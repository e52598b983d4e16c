import { setTimeout as sleep } from 'node:timers/promises';
import { templateReferences } from '../../manifest/templates';
import { askKeeper, haltService, launchService } from '../../stack/keeper-client';
import type { ServicePlan, StackPlan } from '../../stack/stack-plan';
import { startStack } from '../../stack/start-stack';
import type { Halted, ServiceState, StackState } from '../../stack/stack-state';
import { ask, isGood } from './ask';
import { listeningPorts } from './listening-ports';
import type { LiveService, WithoutDatabase } from './live-facts';
import { LogWatch, sizeOf } from './log-watch';

// A health answer that is still good this long after its database went does not look at it (ms).
const NOTICED_WITHIN = 6_000;
const LIVE_PATHS = ['/health/live', '/livez', '/live', '/healthz', '/health'];

interface Looking {
  readonly plan: StackPlan;
  readonly stateFile: string;
  readonly logs: LogWatch;
}

/** Starts all services, looks at each, starts each once more, takes their databases away, and stops all. */
export async function lookAtStack(plan: StackPlan): Promise<readonly LiveService[]> {
  const logs = new LogWatch(plan.services.map(({ logFile }) => logFile));
  try {
    const stack = await startStack(plan);
    try {
      return await look(stack.state, { plan, stateFile: stack.stateFile, logs });
    } finally {
      await stack.stop();
    }
  } finally {
    logs.stop();
  }
}

async function look(first: StackState, looking: Looking): Promise<readonly LiveService[]> {
  const { plan, stateFile, logs } = looking;
  const http = plan.services.filter(({ ready }) => ready.kind === 'http');
  const listening = new Map(Object.values(first.services).map((one) => [one.name, portsOf(one)]));
  const firstLogs = new Map(http.map(({ name, logFile }) => [name, logs.read(logFile)]));
  const live = new Map(await Promise.all(http.map(async (one) => [one.name, await isLive(one, first)] as const)));
  const later = await askKeeper(stateFile);
  const laterLogs = new Map(http.map(({ name, logFile }) => [name, logs.read(logFile)]));
  const halts = await restart(http, later, looking);
  const again = await askKeeper(stateFile);
  const againLogs = new Map(http.map(({ name, logFile }) => [name, logs.readSince(logFile, halts.get(name)?.from ?? 0)]));
  const alone = await withoutDatabases(again, looking);
  return http.flatMap((one): LiveService[] => {
    const { name } = one;
    const state = first.services[name];
    const second = later.services[name];
    if (!state || !second) return [];
    const halt = halts.get(name);
    return [
      {
        name,
        port: state.port,
        first: state.readiness,
        firstLog: firstLogs.get(name) ?? '',
        listening: listening.get(name),
        later: second.readiness,
        laterLog: laterLogs.get(name) ?? '',
        isLive: live.get(name) ?? false,
        halted: halt?.halted,
        stopDeadlineMs: one.deadlines.stop,
        again: halt && again.services[name]?.readiness,
        againLog: againLogs.get(name) ?? '',
        withoutDatabase: alone.get(name),
      },
    ];
  });
}

function portsOf({ readiness, pid }: ServiceState): readonly number[] | undefined {
  return readiness.state === 'ready' || pid === undefined ? undefined : listeningPorts(pid);
}

async function isLive({ name, ready }: ServicePlan, state: StackState): Promise<boolean> {
  const url = state.services[name]?.url;
  if (!url || ready.kind !== 'http') return false;
  const paths = [ready.path.replace('ready', 'live'), ...LIVE_PATHS].filter((one) => one !== ready.path);
  const answers = await Promise.all([...new Set(paths)].map((one) => ask(`${url}${one}`)));
  return answers.some(isGood);
}

/** Every service that is ready is stopped as a deployment would, all at once, and started again. */
async function restart(services: readonly ServicePlan[], state: StackState, { stateFile }: Looking) {
  const ready = services.filter(({ name }) => state.services[name]?.readiness.state === 'ready');
  const halts = new Map<string, { halted: Halted; from: number }>();
  await Promise.all(
    ready.map(async ({ name, logFile }) => halts.set(name, { halted: await haltService(stateFile, name), from: sizeOf(logFile) })),
  );
  await Promise.all(ready.map(({ name }) => launchService(stateFile, name)));
  return halts;
}

/** Stops the databases, and asks those who use them how they are. */
async function withoutDatabases(state: StackState, looking: Looking): Promise<ReadonlyMap<string, NonNullable<LiveService['withoutDatabase']>>> {
  const { plan, stateFile, logs } = looking;
  const found = new Map<string, NonNullable<LiveService['withoutDatabase']>>();
  for (const database of plan.services.filter(({ ready }) => ready.kind === 'postgres')) {
    const users = plan.services.filter((one) => usesDirectly(one, database.name) && state.services[one.name]?.readiness.state === 'ready');
    if (users.length === 0) continue;
    const from = new Map(users.map(({ name, logFile }) => [name, sizeOf(logFile)]));
    await haltService(stateFile, database.name);
    const outcomes = await Promise.all(users.map(async (one) => [one, await outcomeWithout(one, state, stateFile)] as const));
    for (const [{ name, logFile }, outcome] of outcomes) {
      found.set(name, { database: database.name, outcome, log: logs.readSince(logFile, from.get(name) ?? 0) });
    }
  }
  return found;
}

async function outcomeWithout({ name, ready }: ServicePlan, state: StackState, stateFile: string): Promise<WithoutDatabase> {
  const url = state.services[name]?.url ?? '';
  const path = ready.kind === 'http' ? ready.path : '';
  for (const until = Date.now() + NOTICED_WITHIN; Date.now() < until; await sleep(200)) {
    const answer = await ask(`${url}${path}`);
    if (isGood(answer)) continue;
    const now = (await askKeeper(stateFile)).services[name]?.readiness;
    const evidence = now?.state === 'down' && now.evidence.kind === 'exit' ? now.evidence : undefined;
    // A signal comes from somebody else: it says nothing of the service.
    return evidence && evidence.signal === null ? { kind: 'ended', evidence } : { kind: 'told' };
  }
  return { kind: 'lied' };
}

/** Whether a service is given the address of another. */
function usesDirectly({ env }: ServicePlan, name: string): boolean {
  return Object.values(env).some((value) => templateReferences(value).some((one) => one.kind === 'service' && one.service === name));
}
