import { randomBytes } from 'node:crypto';
import { fillTemplate } from '../../dist/support/manifest/templates';
import type { ContainerLaunchPlan, ReadyPlan, ServicePlan } from '../../dist/support/stack/stack-plan';

/** A service of the plan with the image that the container launcher runs, and its port of this machine. */
export interface ComposeService {
  readonly plan: ServicePlan & { readonly launch: ContainerLaunchPlan };
  readonly image: string;
  readonly port: number;
}

const HOST = '127.0.0.1';
// As often as a user would have it: each look starts a program in the container.
const LOOK = { interval: '500ms', timeout: '5s', retries: 120 };
const SCRIPT = '/docker-entrypoint-initdb.d/groundwork.sql';

/**
 * What `docker compose` is told to bring up the same services as the container launcher: same images,
 * variables, order and readiness. `script` is the file with the SQL that makes further databases.
 */
export function composeFile(services: readonly ComposeService[], script: string): unknown {
  const fill = filler(services);
  return { services: Object.fromEntries(services.map((service) => [service.plan.name, entry(service, { fill, script })])) };
}

/** The SQL that makes the databases beside the first. */
export function databaseScript(services: readonly ComposeService[]): string {
  const names = services.flatMap(({ plan }) => plan.launch.postgres?.databases.slice(1) ?? []);
  return names.map((name) => `CREATE DATABASE "${name}";\n`).join('');
}

interface Wiring {
  readonly fill: (value: string) => string;
  readonly script: string;
}

function entry({ plan, image, port }: ComposeService, { fill, script }: Wiring): unknown {
  const { launch, env, dependsOn, ready } = plan;
  const filled = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, fill(value)]));
  const own = { PORT: String(launch.port), HOST: '0.0.0.0', ...filled };
  const conditions = { ready: 'service_healthy', started: 'service_started' } as const;
  return {
    image,
    environment: escaped(launch.postgres ? { ...own, ...postgresVariables(launch.postgres) } : own),
    ports: [`${HOST}:${port}:${launch.port}`],
    depends_on: Object.fromEntries(dependsOn.map(({ service, when }) => [service, { condition: conditions[when] }])),
    healthcheck: { ...LOOK, test: probe(ready, launch.port) },
    ...(launch.command && { command: escaped(launch.command.map(fill)) }),
    ...(launch.postgres && { ...POSTGRES, volumes: [`${script}:${SCRIPT}:ro`] }),
  };
}

// As the container launcher has it: data that is thrown away needs no disk.
const POSTGRES = {
  tmpfs: ['/var/lib/groundwork:rw,mode=1777'],
  command: ['postgres', '-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
};

function postgresVariables({ user, password, databases }: NonNullable<ContainerLaunchPlan['postgres']>) {
  const [first = 'postgres'] = databases;
  return { POSTGRES_USER: user, POSTGRES_PASSWORD: password, POSTGRES_DB: first, PGDATA: '/var/lib/groundwork/data' };
}

function probe(ready: ReadyPlan, port: number): readonly string[] {
  if (ready.kind === 'postgres') {
    const { user, password, database } = ready;
    return ['CMD', 'psql', `postgres://${user}:${password}@${HOST}:${port}/${database}`, '-c', 'select 1'];
  }
  // By the shell alone: a Node.js a look and service starts so slowly that looks pile up on two cores.
  const request = `printf 'GET ${ready.path} HTTP/1.0\\r\\nHost: ${HOST}\\r\\n\\r\\n' >&3`;
  const own = Object.entries(ready.identity || {}).map(([key, value]) => ` && grep -q '"${key}":"${value}"' <<<"$answer"`);
  const look = `exec 3<>/dev/tcp/${HOST}/${port}; ${request}; answer=$(cat <&3); grep -q '^HTTP/1.. 2' <<<"$answer"${own.join('')}`;
  return ['CMD', 'bash', '-c', look.replaceAll('$', '$$$$')];
}

function filler(services: readonly ComposeService[]): (value: string) => string {
  const secrets = new Map<string, string>();
  const of = (name: string): ComposeService => {
    const found = services.find(({ plan }) => plan.name === name);
    if (!found) throw new Error(`There is no service ${name}.`);
    return found;
  };
  const address = (name: string) => {
    const { port } = of(name).plan.launch;
    return { url: `http://${name}:${port}`, host: name, port };
  };
  const secret = (name: string) => {
    const value = secrets.get(name) ?? randomBytes(32).toString('hex');
    secrets.set(name, value);
    return value;
  };
  return (value) => fillTemplate(value, { address, secret, publicUrl: (name) => `http://${HOST}:${of(name).port}` });
}

/** A dollar sign begins a variable of compose's own. */
function escaped<T>(values: T): T {
  return JSON.parse(JSON.stringify(values).replaceAll('$', '$$$$')) as T; // of the same form
}
