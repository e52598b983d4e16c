import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { APIRequestContext } from '@playwright/test';
import { test as base } from '../../../../fixtures';

type Program = ChildProcessByStdio<null, Readable, null>;

const KEY = 'a-key-that-only-these-specs-know';
const PROGRAM = path.resolve(__dirname, '../../../../platform/backend/services/prescription-service/dist/main.js');
// Nothing listens there: the peers of this process are down.
const NOBODY = 'http://127.0.0.1:9';

/** The ways into a prescription-service whose peers are down. */
export interface Inside {
  readonly service: APIRequestContext;
  readonly owner: APIRequestContext;
  readonly nobody: APIRequestContext;
  readonly accountId: string;
}

const encoded = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');

function token(claims: object): string {
  const now = Math.floor(Date.now() / 1000);
  const content = `${encoded({ alg: 'HS256' })}.${encoded({ ...claims, iat: now, exp: now + 3600 })}`;
  return `${content}.${createHmac('sha256', KEY).update(content).digest('base64url')}`;
}

function ownerOf(accountId: string): string {
  return token({
    userId: randomUUID(),
    accountId,
    sessionId: randomUUID(),
    role: 'owner',
    name: 'Olivia Owner',
    email: 'owner@officina.example',
    rights: ['prescriptions'],
    mfaSetupRequired: false,
  });
}

function start(database: URL): Program {
  const env = {
    ...process.env,
    DATABASE_URL: `postgres://officina:officina@${database.host}/prescriptions`,
    INTERNAL_KEY: KEY,
    INVENTORY_URL: NOBODY,
    NOTIFICATION_URL: NOBODY,
    PORT: '0',
    HOST: '127.0.0.1',
  };
  return spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function portOf(program: Program): Promise<number> {
  let port = 0;
  for await (const line of createInterface({ input: program.stdout })) {
    const { msg, port: told } = JSON.parse(line) as { msg: string; port?: number };
    port = told ?? port;
    if (msg === 'database ready') return port;
  }
  throw new Error('The second prescription-service ended before it was ready; its log says why.');
}

/** `test` with a second prescription-service whose key is known here and whose peers are down. */
export const test = base.extend<{ inside: Inside }, { insideUrl: string }>({
  insideUrl: [
    async ({ stack }, use) => {
      const program = start(new URL(stack.url('database')));
      const port = await portOf(program);
      program.stdout.resume();
      await use(`http://127.0.0.1:${port}`);
      const ended = new Promise((resolve) => program.once('exit', resolve));
      program.kill();
      await ended;
    },
    { scope: 'worker' },
  ],
  inside: async ({ insideUrl, playwright }, use) => {
    const accountId = randomUUID();
    const open = (identity?: string) =>
      playwright.request.newContext({
        baseURL: insideUrl,
        extraHTTPHeaders: identity ? { 'x-officina-identity': identity } : {},
      });
    const service = await open(token({ service: 'teleconsultation-service' }));
    const [owner, nobody] = [await open(ownerOf(accountId)), await open()];
    await use({ service, owner, nobody, accountId });
    await Promise.all([service.dispose(), owner.dispose(), nobody.dispose()]);
  },
});
