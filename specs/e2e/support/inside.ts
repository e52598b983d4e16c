import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { APIRequestContext } from '@playwright/test';
import { test as base } from '../../../fixtures';
import type { StackFixture } from '../../../fixtures/worker/stack';
import { IDENTITY_HEADER, identityToken } from './identity';

type Program = ChildProcessByStdio<null, Readable, null>;
type Environment = Readonly<Record<string, string>>;

const KEY = 'a-key-that-only-these-specs-know';
const SERVICES = path.resolve(__dirname, '../../../platform/backend/services');
// Nothing listens there: the peers of an own service are down, unless a test says where they are.
const NOBODY = 'http://127.0.0.1:9';
const PEERS = [
  ...['AUTH_URL', 'USER_URL', 'PHARMACY_URL', 'INVENTORY_URL'],
  ...['NOTIFICATION_URL', 'PRESCRIPTION_URL', 'TELECONSULTATION_URL'],
];
const DATABASES = {
  'api-gateway': undefined,
  'auth-service': 'auth',
  'inventory-service': 'inventory',
  'notification-service': 'notifications',
  'pharmacy-service': 'pharmacy',
  'prescription-service': 'prescriptions',
} as const;

/** A service that can be started a second time. */
export type ServiceName = keyof typeof DATABASES;

/** A service whose internal key is known here: one beside those of the stack, on the stack's database. */
export interface OwnService {
  readonly url: string;
  readonly key: string;
  /** Ends it as an operator would; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** A person whose identity the gateway would have checked. */
export interface InsidePerson {
  readonly userId: string;
  readonly accountId: string;
  readonly email: string;
  readonly identity: string;
  readonly request: APIRequestContext;
  /** Where the service is that the person calls. */
  readonly url: string;
}

/**
 * Calls services from the inside, where the gateway lets nobody through. A service that is only named is
 * one of the worker's own: started at the first call, with peers that are down, and shared by its tests.
 * Where the stack mocks it, it is the stack's: what a mock remembers is in its process alone.
 */
export interface Inside {
  /** Starts a service for this test alone; resolves when its log says `until`. */
  start(name: ServiceName, env?: Environment, until?: string): Promise<OwnService>;
  asService(service: ServiceName | OwnService): Promise<APIRequestContext>;
  asPerson(service: ServiceName | OwnService, claims?: Readonly<Record<string, unknown>>): Promise<InsidePerson>;
  /** Sends no identity, or one that is no good. */
  asNobody(service: ServiceName | OwnService, identity?: string): Promise<APIRequestContext>;
}

function personOf(claims: Readonly<Record<string, unknown>>, key: string) {
  const ids = { userId: randomUUID(), accountId: randomUUID(), email: `${randomUUID()}@officina.example` };
  const person = { ...ids, ...claims };
  const claimed = {
    sessionId: randomUUID(),
    role: 'owner',
    name: 'Olivia Owner',
    rights: ['messages', 'prescriptions'],
    mfaSetupRequired: false,
    ...person,
  };
  const identity = identityToken(claimed, key);
  return { ...person, identity };
}

async function portOf(program: Program, until: string): Promise<number> {
  let port = 0;
  for await (const line of createInterface({ input: program.stdout })) {
    const { msg, port: told } = JSON.parse(line) as { msg: string; port?: number };
    port = told ?? port;
    if (msg === until) return port;
  }
  throw new Error(`The program ended before its log said "${until}"; its log says why.`);
}

function stopper(program: Program): OwnService['stop'] {
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
  return () => {
    program.kill('SIGTERM');
    return ended;
  };
}

type Start = Inside['start'];

function starter(stack: Pick<StackFixture, 'url' | 'appOrigin'>): Start {
  return async (name, given = {}, until = 'database ready') => {
    const database = DATABASES[name];
    const env = {
      ...process.env,
      ...Object.fromEntries(PEERS.map((peer) => [peer, NOBODY])),
      ...(database ? { DATABASE_URL: `postgres://officina:officina@${new URL(stack.url('database')).host}/${database}` } : {}),
      INTERNAL_KEY: KEY,
      TOKEN_SECRET: KEY,
      APP_URL: stack.appOrigin,
      HOST: '127.0.0.1',
      PORT: '0',
      ...given,
    };
    const main = path.join(SERVICES, name, 'dist/main.js');
    const program = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const stop = stopper(program);
    const port = await portOf(program, until);
    program.stdout.resume();
    return { url: `http://127.0.0.1:${port}`, key: KEY, stop };
  };
}

function mocked(stack: Pick<StackFixture, 'url' | 'secret'>, name: ServiceName): OwnService {
  return { url: stack.url(name), key: stack.secret('internal'), stop: () => Promise.resolve(0) };
}

/** `test` with a way inside: own services, called as services, as people or as nobody. */
export const test = base.extend<{ inside: Inside }>({
  inside: async ({ playwright, perWorker, stack }, use) => {
    const closing: (() => Promise<unknown>)[] = [];
    const startOwn = starter(stack);
    const shared = async (name: ServiceName) => {
      if (stack.isMocked(name)) return mocked(stack, name);
      return perWorker(`own ${name}`, () => startOwn(name), (service) => service.stop());
    };
    const own = async (wanted: ServiceName | OwnService) => (typeof wanted === 'string' ? shared(wanted) : wanted);
    const open = async ({ url: baseURL }: OwnService, identity?: string) => {
      const extraHTTPHeaders: Record<string, string> = identity ? { [IDENTITY_HEADER]: identity } : {};
      const request = await playwright.request.newContext({ baseURL, extraHTTPHeaders });
      closing.push(() => request.dispose());
      return request;
    };
    await use({
      start: async (...wanted) => {
        const service = await startOwn(...wanted);
        closing.unshift(service.stop);
        return service;
      },
      asService: async (service) => {
        const asked = await own(service);
        return open(asked, identityToken({ service: 'prescription-service' }, asked.key));
      },
      asPerson: async (service, claims = {}) => {
        const asked = await own(service);
        const person = personOf(claims, asked.key);
        return { ...person, url: asked.url, request: await open(asked, person.identity) };
      },
      asNobody: async (service, identity) => open(await own(service), identity),
    });
    for (const close of closing) await close();
  },
});
