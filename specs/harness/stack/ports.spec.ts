import { expect, test } from '@playwright/test';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { removeStaleLocks, isFree, reservePort } from '../../../support/stack/ports';
import { runtimeFolder } from '../../../support/stack/runtime-folder';

const lockOf = (port: number) => path.join(runtimeFolder('ports'), String(port));
// No system gives such a number to a process.
const NO_PROCESS = 99_999_999;

test('ports that are reserved side by side are distinct, free and locked until they are released', async () => {
  const reserved = await Promise.all(Array.from({ length: 20 }, () => reservePort()));
  const ports = reserved.map(({ port }) => port);
  expect(new Set(ports).size).toBe(20);
  expect(await Promise.all(ports.map(isFree))).toEqual(ports.map(() => true));
  expect(ports.filter((port) => !readFileSync(lockOf(port), 'utf8').startsWith(`${process.pid} `))).toEqual([]);
  for (const one of reserved) one.release();
  expect(ports.filter((port) => existsSync(lockOf(port)))).toEqual([]);
});

test('a port on which somebody listens is not free', async () => {
  const { port, release } = await reservePort();
  const server = net.createServer().listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  expect(await isFree(port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
  expect(await isFree(port)).toBe(true);
  release();
});

test('locks of dead processes go, and those of living ones stay', async () => {
  const { port, release } = await reservePort();
  const stale = await reservePort();
  const reused = await reservePort();
  writeFileSync(lockOf(stale.port), `${NO_PROCESS} 1`);
  writeFileSync(lockOf(reused.port), `${process.pid} another start`);
  removeStaleLocks();
  expect([port, stale.port, reused.port].map((one) => existsSync(lockOf(one)))).toEqual([true, false, false]);
  release();
});
