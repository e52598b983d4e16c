import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { createHmac } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { APIRequestContext } from '@playwright/test';
import { test as base } from '../../../../fixtures';

type Program = ChildProcessByStdio<null, Readable, null>;

const KEY = 'a-key-that-only-these-specs-know';
const PROGRAM = path.resolve(__dirname, '../../../../platform/backend/services/inventory-service/dist/main.js');

/** What only other services may ask; `nobody` sends no identity. */
export interface Inside {
  readonly service: APIRequestContext;
  readonly nobody: APIRequestContext;
}

const encoded = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');

function serviceToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { service: 'prescription-service', iat: now, exp: now + 3600 };
  const content = `${encoded({ alg: 'HS256' })}.${encoded(claims)}`;
  return `${content}.${createHmac('sha256', KEY).update(content).digest('base64url')}`;
}

function start(database: URL): Program {
  const DATABASE_URL = `postgres://officina:officina@${database.host}/inventory`;
  const env = { ...process.env, DATABASE_URL, INTERNAL_KEY: KEY, PORT: '0', HOST: '127.0.0.1' };
  return spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function portOf(program: Program): Promise<number> {
  let port = 0;
  for await (const line of createInterface({ input: program.stdout })) {
    const { msg, port: told } = JSON.parse(line) as { msg: string; port?: number };
    port = told ?? port;
    if (msg === 'database ready') return port;
  }
  throw new Error('The second inventory-service ended before it was ready; its log says why.');
}

/**
 * `test` with a second inventory-service on the stack's database: its key is known here, and it shows
 * that what holds between requests holds between processes too.
 */
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
    const extraHTTPHeaders = { 'x-officina-identity': serviceToken() };
    const service = await playwright.request.newContext({ baseURL: insideUrl, extraHTTPHeaders });
    const nobody = await playwright.request.newContext({ baseURL: insideUrl });
    await use({ service, nobody });
    await Promise.all([service.dispose(), nobody.dispose()]);
  },
});
