import type { PlatformInput, ServiceInput } from '../../manifest/schema';
import type { ServiceFacts } from '../model/facts';
import type { SourceFacts } from '../model/source-facts';
import { withoutCircles } from './without-circles';

const HEALTH = /^\/(?:[\w-]+\/)?(?:health|healthz|ready|readyz|readiness|ping)(?:\/[a-z]+)?$/;
const DATABASE = /^(DATABASE_URL|DB_URL|POSTGRES_URL|PG_URL|POSTGRES_URI|DATABASE_URI)$/;
const SECRET = /SECRET|TOKEN|PRIVATE_KEY|API_KEY|INTERNAL_KEY|SIGNING_KEY/;
const URL_OF = /^(.+?)_?(?:SERVICE)?_?(?:URL|URI|BASE_URL|HOST_URL|ENDPOINT|ORIGIN)$/;
// Where browsers come from: the app's own address.
const ORIGIN = /^(?:(?:CORS|ALLOWED|ACCESS_CONTROL)\w*_ORIGINS?|(?:APP|WEB|WEBAPP|FRONTEND|CLIENT|UI)_(?:URL|ORIGIN|BASE_URL))$/;
const CREDENTIALS = { user: 'test', password: 'test' };

/** A database that the proposal starts; how it is launched is for the one who writes the manifest down. */
export interface ProposedDatabase {
  readonly user: string;
  readonly password: string;
  readonly databases: readonly string[];
}

/** A manifest made of what was found; templates connect the services. */
export interface Proposal {
  readonly name: string;
  readonly api?: string;
  readonly app?: string;
  readonly database?: ProposedDatabase;
  readonly services: Readonly<Record<string, ServiceInput>>;
}

/** Proposes a manifest for services that were found, as far as their code tells. `command` is by service. */
export function proposeManifest(
  name: string,
  services: readonly ServiceFacts[],
  cwdOf: (service: ServiceFacts) => string,
): Proposal {
  const names = services.map(({ place }) => place.name);
  const stored = services.filter((service) => variablesOf(service).some((one) => DATABASE.test(one)));
  const databases = stored.map(({ place }) => databaseName(place.name));
  const gateway = services.find(({ place }) => place.name === apiOf(names));
  const proposed = services.map((service): [string, ServiceInput] => [
    service.place.name,
    { ...serviceInput(service, { names, cwd: cwdOf(service) }), ...routesOf(service, gateway) },
  ]);
  const needed = withoutCircles(Object.fromEntries(proposed.map(([service, input]) => [service, neededBy(input, appOf(names))])));
  return {
    name,
    api: apiOf(names),
    app: appOf(names),
    ...(databases.length > 0 ? { database: { ...CREDENTIALS, databases } } : {}),
    services: Object.fromEntries(proposed.map(([service, input]) => [service, waiting(input, needed[service] ?? [])])),
  };
}

/** The proposal as input of a manifest; `launch` starts the database, where there is one. */
export function manifestInput({ database, services, ...rest }: Proposal, launch: ServiceInput['launch']['process']): PlatformInput {
  if (!database) return { ...rest, services };
  const [first = ''] = database.databases;
  const ready = { kind: 'postgres', user: database.user, password: database.password, database: first } as const;
  return { ...rest, services: { database: { launch: { process: launch }, ready }, ...services } };
}

function serviceInput(service: ServiceFacts, { names, cwd }: { names: readonly string[]; cwd: string }): ServiceInput {
  const { place } = service;
  const defaults = new Map(filesOf(service).flatMap(({ variables }) => variables.map(({ name, fallback }) => [name, fallback] as const)));
  const env = variablesOf(service).flatMap((one): [string, string][] => {
    // What stands in for a secret is a text; a number says how long it lives.
    const isSecret = SECRET.test(one) && !/^(?:\d+|true|false)$/.test(defaults.get(one) ?? '');
    const value = valueOf({ name: one, isSecret }, place.name, names);
    return value === undefined ? [] : [[one, value]];
  });
  const port = fixedPort(service);
  return {
    launch: { process: { command: commandOf(service), cwd } },
    ...(env.length > 0 ? { env: Object.fromEntries(env) } : {}),
    ...(port === undefined ? {} : { port }),
    ready: { path: readyPath(service), identity: false },
  };
}

/** The services whose addresses it is given; the app calls others, and is called by browsers alone. */
function neededBy({ env = {} }: ServiceInput, app: string | undefined): readonly string[] {
  const named = Object.values(env).flatMap((value) => /\{\{([a-z0-9-]+)\.(?:url|host|port)/.exec(value)?.[1] ?? []);
  return [...new Set(named)].filter((one) => one !== 'secret' && one !== app);
}

function waiting(input: ServiceInput, needed: readonly string[]): ServiceInput {
  if (needed.length === 0) return input;
  return { ...input, dependsOn: needed.map((service) => ({ service, when: 'started' as const })) };
}

function commandOf({ entry, run, place }: ServiceFacts): readonly string[] {
  if (run.kind !== 'script') return ['npm', 'start'];
  const script = entry?.text ?? run.script;
  const loader = { none: [], tsx: ['--import', 'tsx'], 'ts-node': ['-r', 'ts-node/register'], 'strip-types': ['--experimental-strip-types'], other: [] }[run.loader];
  const preloads = run.loader === 'none' ? run.preloads.flatMap((one) => ['--require', one]) : loader;
  return place.command ?? ['node', ...preloads, script];
}

interface Asked {
  readonly name: string;
  readonly isSecret: boolean;
}

function valueOf({ name: variable, isSecret }: Asked, service: string, names: readonly string[]): string | undefined {
  if (DATABASE.test(variable)) {
    return `postgres://${CREDENTIALS.user}:${CREDENTIALS.password}@{{database.host}}:{{database.port}}/${databaseName(service)}`;
  }
  const subject = URL_OF.exec(variable)?.[1]?.toLowerCase().replaceAll('_', '-');
  const peer = subject === undefined ? undefined : names.find((name) => name !== service && plain(name) === plain(subject));
  if (peer) return `{{${peer}.url}}`;
  const api = apiOf(names);
  if (api && api !== service && /^(api|gateway|backend)$/.test(subject ?? '')) return `{{${api}.url}}`;
  if (ORIGIN.test(variable)) return appOf(names) ? `{{${appOf(names) ?? ''}.url}}` : 'http://localhost:3000';
  return isSecret ? `{{secret.${variable.toLowerCase().replaceAll('_', '-')}}}` : undefined;
}

function apiOf(names: readonly string[]): string | undefined {
  return names.find((one) => /gateway|^api$/.test(one));
}

function appOf(names: readonly string[]): string | undefined {
  return names.find((one) => /^(web|app|frontend|client|ui)$/.test(one));
}

/** Paths of the gateway that bear the name of the service: what else it owns, only its people know. */
function routesOf({ place }: ServiceFacts, gateway: ServiceFacts | undefined): Pick<ServiceInput, 'routes'> {
  if (!gateway || gateway.place.name === place.name) return {};
  const prefixes = filesOf(gateway).flatMap(({ paths }) => paths.flatMap(({ text }) => /^\/api\/(?:v\d+\/)?[a-z-]+/.exec(text)?.[0] ?? []));
  const own = [...new Set(prefixes)].filter((prefix) => plain(prefix.split('/').at(-1) ?? '') === plain(place.name));
  return own.length > 0 ? { routes: own.map((prefix) => `${prefix}/**`) } : {};
}

function plain(name: string): string {
  return name.replace(/^(service|svc)-|-(service|svc|api)s?$|s$/g, '');
}

/** A port that the code opens whatever `PORT` says. */
function fixedPort(service: ServiceFacts): number | undefined {
  const files = filesOf(service);
  if (files.some(({ variables }) => variables.some(({ name }) => name === 'PORT'))) return undefined;
  return files.flatMap(({ ports }) => ports)[0]?.port;
}

function readyPath(service: ServiceFacts): string {
  const all = filesOf(service).flatMap(({ paths }) => paths.map(({ text }) => text));
  const paths = all.filter((one) => HEALTH.test(one)).sort((a, b) => a.length - b.length);
  return paths.find((one) => /ready|readiness/.test(one)) ?? paths.find((one) => /health/.test(one)) ?? paths[0] ?? '/health';
}

function variablesOf(service: ServiceFacts): readonly string[] {
  const names = filesOf(service).flatMap(({ variables }) => variables.map(({ name }) => name));
  return [...new Set(names)].filter((name) => !/^(PORT|HOST|NODE_ENV)$/.test(name)).sort();
}

function filesOf({ sources }: ServiceFacts): readonly SourceFacts[] {
  return [...(sources?.files.values() ?? [])];
}

function databaseName(service: string): string {
  return service.replace(/-(service|svc)$/, '').replaceAll('-', '_');
}
