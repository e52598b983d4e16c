import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { APIRequestContext } from '@playwright/test';
import { test as base } from '../../../../fixtures';

const KEY = 'a-key-that-only-these-specs-know';
const SERVICES = path.resolve(__dirname, '../../../../platform/backend/services');

/** A service of its own, beside those of the stack, whose internal key is known here. */
export interface OwnService {
  readonly url: string;
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
}

/** Starts own services and calls them as services or as people. */
export interface Inside {
  start(name: string, env: Readonly<Record<string, string>>, until?: string): Promise<OwnService>;
  asService(service: OwnService): Promise<APIRequestContext>;
  asPerson(service: OwnService, claims?: Readonly<Record<string, unknown>>): Promise<InsidePerson>;
}

const encoded = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');

function token(claims: object): string {
  const now = Math.floor(Date.now() / 1000);
  const content = `${encoded({ alg: 'HS256' })}.${encoded({ ...claims, iat: now, exp: now + 3600 })}`;
  return `${content}.${createHmac('sha256', KEY).update(content).digest('base64url')}`;
}

type Program = ChildProcessByStdio<null, Readable, null>;

async function portOf(program: Program, until: string): Promise<number> {
  let port = 0;
  for await (const line of createInterface({ input: program.stdout })) {
    const { msg, port: told } = JSON.parse(line) as { msg: string; port?: number };
    port = told ?? port;
    if (msg === until) return port;
  }
  throw new Error(`The program ended before its log said "${until}".`);
}

function stopper(program: Program): OwnService['stop'] {
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
  return () => {
    program.kill('SIGTERM');
    return ended;
  };
}

/** Starts a service of its own; `DATABASE` names the database of the stack that it works on. */
async function startOwn(
  name: string,
  { databaseUrl, given, until }: { databaseUrl: string; given: Readonly<Record<string, string>>; until: string },
): Promise<OwnService> {
  const { DATABASE: database, ...more } = given;
  const env = {
    ...process.env,
    DATABASE_URL: `postgres://officina:officina@${new URL(databaseUrl).host}/${database}`,
    INTERNAL_KEY: KEY,
    APP_URL: 'http://app.example',
    PORT: '0',
    ...more,
  };
  const main = path.join(SERVICES, name, 'dist/main.js');
  const program = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = stopper(program);
  const port = await portOf(program, until);
  program.stdout.resume();
  return { url: `http://127.0.0.1:${port}`, stop };
}

/** `test` with services of its own; `notifications` is one for all tests of a worker. */
export const test = base.extend<{ inside: Inside }, { notifications: OwnService }>({
  notifications: [
    async ({ stack }, use) => {
      const databaseUrl = stack.url('database');
      const given = { DATABASE: 'notifications' };
      const service = await startOwn('notification-service', { databaseUrl, given, until: 'database ready' });
      await use(service);
      await service.stop();
    },
    { scope: 'worker' },
  ],
  inside: async ({ playwright, stack }, use) => {
    const closing: (() => Promise<unknown>)[] = [];
    const open = async (service: OwnService, identity: string) => {
      const request = await playwright.request.newContext({
        baseURL: service.url,
        extraHTTPHeaders: { 'x-officina-identity': identity },
      });
      closing.push(() => request.dispose());
      return request;
    };
    await use({
      start: async (name, given, until = 'database ready') => {
        const service = await startOwn(name, { databaseUrl: stack.url('database'), given, until });
        closing.unshift(service.stop);
        return service;
      },
      asService: (service) => open(service, token({ service: 'prescription-service' })),
      asPerson: async (service, claims = {}) => {
        const person = {
          userId: randomUUID(),
          accountId: randomUUID(),
          email: `${randomUUID()}@officina.example`,
          ...claims,
        };
        const identity = token({
          sessionId: randomUUID(),
          role: 'owner',
          name: 'Olivia Owner',
          rights: ['messages', 'prescriptions'],
          mfaSetupRequired: false,
          ...person,
        });
        return { ...person, identity, request: await open(service, identity) };
      },
    });
    for (const close of closing) await close();
  },
});
