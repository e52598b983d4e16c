import path from 'node:path';
import { field } from '../../data/field';
import type { PlatformManifest } from '../../manifest/schema';
import type { ServicePlan, StackPlan } from '../../stack/stack-plan';
import { startStack } from '../../stack/start-stack';
import type { PlatformFacts } from '../model/facts';
import { ask, type Answer } from './ask';
import type { RouteLook, WiringLook } from './live-facts';
import { probePaths } from './probe-paths';

const ECHO = path.join(__dirname, 'echo-service.js');
const POST_WITHIN = 4_000;
const BURST = 120;
const AT_ONCE = 12;

/** Starts the gateway with programs behind it that say who they are, and follows every route of the manifest. */
export async function lookAtWiring(manifest: PlatformManifest, plan: StackPlan, facts: PlatformFacts): Promise<WiringLook | undefined> {
  const { api, app } = manifest;
  if (!api || !plan.services.some(({ name }) => name === api)) return undefined;
  const stack = await startStack({ ...plan, services: plan.services.map((one) => (one.name === api ? withoutWaiting(one) : echo(one))) });
  try {
    const gateway = stack.state.services[api];
    if (!gateway || gateway.readiness.state !== 'ready') return undefined;
    const routed = Object.entries(manifest.services).flatMap(([service, { routes }]) => (service === api ? [] : routes.map((route) => ({ service, route }))));
    const routes: RouteLook[] = [];
    for (const one of routed) routes.push(await followRoute(gateway.url, { ...one, paths: probePaths(one, facts) }));
    const origin = app && app !== api ? stack.state.services[app]?.url : undefined;
    const cors = origin && routes[0] ? await preflight(`${gateway.url}${routes[0].path}`, origin) : undefined;
    const refusedAfter = routes[0] ? await burst(`${gateway.url}${routes[0].path}`) : undefined;
    return { gateway: api, routes, cors, refusedAfter };
  } finally {
    await stack.stop();
  }
}

function withoutWaiting(plan: ServicePlan): ServicePlan {
  return { ...plan, dependsOn: plan.dependsOn.map(({ service }) => ({ service, when: 'started' })) };
}

function echo(plan: ServicePlan): ServicePlan {
  return {
    ...plan,
    launch: { kind: 'process', command: [process.execPath, ECHO], cwd: __dirname, inputs: [] },
    env: { GROUNDWORK_ECHO: plan.name },
    dependsOn: [],
    ready: { kind: 'http', path: '/', identity: { groundworkEcho: plan.name } },
  };
}

interface Route {
  readonly service: string;
  readonly route: string;
  readonly paths: readonly string[];
}

async function followRoute(gateway: string, { service, route, paths }: Route): Promise<RouteLook> {
  const looks: RouteLook[] = [];
  for (const one of paths) {
    const url = `${gateway}${one}`;
    const get = whoGot(await ask(url));
    const body = JSON.stringify({ from: 'groundwork audit' });
    const posted = await ask(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }, POST_WITHIN);
    const look: RouteLook = { service, route, path: one, get, post: posted ? 'answered' : 'hung' };
    if (get.kind === 'reached' || look.post === 'hung') return look;
    looks.push(look);
  }
  return looks.find(({ get }) => get.kind === 'untold') ?? looks[0] ?? { service, route, path: route, get: { kind: 'untold', why: 'no path to ask for' }, post: 'answered' };
}

function whoGot(answer: Answer | undefined): RouteLook['get'] {
  if (!answer) return { kind: 'untold', why: 'no answer' };
  const told = parse(answer.body);
  const service = field(told, 'groundworkEcho');
  if (typeof service === 'string') return { kind: 'reached', service, path: String(field(told, 'path')) };
  return answer.status === 404 ? { kind: 'nobody' } : { kind: 'untold', why: `the gateway itself answered ${answer.status}` };
}

async function preflight(url: string, origin: string): Promise<WiringLook['cors']> {
  const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' };
  const answer = await ask(url, { method: 'OPTIONS', headers });
  return answer && { origin, allowed: answer.headers.get('access-control-allow-origin') ?? undefined, status: answer.status };
}

/** How many requests a gateway lets pass before it refuses one for being too many. */
async function burst(url: string): Promise<number | undefined> {
  for (let sent = 0; sent < BURST; sent += AT_ONCE) {
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => ask(url)));
    if (answers.some((answer) => answer?.status === 429)) return sent + answers.findIndex((answer) => answer?.status === 429);
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
