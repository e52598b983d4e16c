import { test, expect } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Client } from 'pg';
import { postgres } from '../../../support/launchers/postgres';
import { probePostgres } from '../../../support/readiness/postgres-probe';
import { foldersOf, freePort, start } from './program';
import type { StartedProgram } from './program';

const user = 'spec';
const password = 'a b"c';
const launch = postgres({ databases: ['app', 'audit'], user, password });

const running: StartedProgram[] = [];

async function startReady(): Promise<StartedProgram> {
  const program = await start(launch);
  running.push(program);
  const isReady = async (): Promise<boolean> => {
    expect(program.child.exitCode, program.output()).toBeNull();
    return (await ask(program.port, 'app')).kind === 'ready';
  };
  await expect.poll(isReady, { intervals: [20], timeout: 15_000 }).toBe(true);
  return program;
}

function ask(port: number, database: string): ReturnType<typeof probePostgres> {
  return probePostgres({ host: '127.0.0.1', port, user, password, database, timeoutMs: 2_000 });
}

test.afterEach(() => {
  for (const { child } of running.splice(0)) {
    child.kill('SIGKILL');
  }
});

test('the program serves its databases, and SIGTERM leaves nothing', async () => {
  const program = await startReady();
  const client = new Client({
    host: '127.0.0.1',
    port: program.port,
    user,
    password,
    database: 'audit',
  });
  client.on('error', () => undefined);
  await client.connect();
  const answer = await client.query(
    "SELECT upper('ä') AS letter, current_setting('fsync') AS fsync",
  );
  expect(answer.rows).toEqual([{ letter: 'Ä', fsync: 'off' }]);
  expect(foldersOf(program)).toHaveLength(1);

  program.child.kill('SIGTERM');
  const [code] = await once(program.child, 'exit');
  expect(code, program.output()).toBe(0);
  expect(foldersOf(program)).toEqual([]);
  expect(await ask(program.port, 'app')).toEqual({
    kind: 'down',
    reason: `nothing listens on 127.0.0.1:${program.port}`,
  });
});

for (const target of ['the program', 'its whole group'] as const) {
  test(`kill -9 of ${target} leaves no server and no data`, async () => {
    test.skip(process.platform === 'win32', 'There are no signals on Windows.');
    const program = await startReady();
    process.kill(target === 'the program' ? program.pid : -program.pid, 'SIGKILL');
    await expect.poll(() => foldersOf(program)).toEqual([]);
    await expect.poll(() => ask(program.port, 'app')).toMatchObject({ kind: 'down' });
  });
}

test('a signal while the program is still preparing ends it cleanly', async () => {
  test.skip(process.platform === 'win32', 'There are no signals on Windows.');
  const program = await start(launch);
  running.push(program);
  await expect.poll(() => foldersOf(program), { intervals: [5] }).toHaveLength(1);
  program.child.kill('SIGTERM');
  const [code] = await once(program.child, 'exit');
  expect(code, program.output()).toBe(0);
  expect(foldersOf(program)).toEqual([]);
});

test('two programs at once do not meet', async () => {
  const [one, other] = await Promise.all([startReady(), startReady()]);
  expect(one.port).not.toBe(other.port);
  expect(foldersOf(one)).not.toEqual(foldersOf(other));
});

test('the probe tells a missing database by name', async () => {
  const { port } = await startReady();
  expect(await ask(port, 'nowhere')).toMatchObject({
    reason: expect.stringContaining('"nowhere" does not exist'),
  });
});

test('the probe gives up on a port that never answers', async () => {
  const port = await freePort();
  const silent = createServer().listen(port, '127.0.0.1');
  const target = { host: '127.0.0.1', port, user, password, database: 'app', timeoutMs: 200 };
  const result = await probePostgres(target);
  silent.close();
  expect(result).toEqual({
    kind: 'down',
    reason: `127.0.0.1:${port} did not answer within 200 ms`,
  });
});
