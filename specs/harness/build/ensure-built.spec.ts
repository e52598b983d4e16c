import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt } from '../../../support/build/ensure-built';
import { fingerprintFiles } from '../../../support/build/fingerprint-files';

let root = '';
const write = (name: string, content: string) => writeFileSync(path.join(root, name), content);

test.beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'groundwork-build-'));
  mkdirSync(path.join(root, 'src'));
  write('src/a.ts', 'one');
});
test.afterEach(() => rmSync(root, { recursive: true, force: true }));

const build = (script = `require('fs').appendFileSync('built.txt', 'built ')`) => ({
  command: [process.execPath, '-e', script],
  inputs: ['src/**/*.ts'],
  outputs: ['built.txt'],
});

test('a build runs when its inputs have changed or its outputs are gone, and only then', async () => {
  const kinds = async () => (await ensureBuilt(build(), root)).kind;
  expect(await kinds()).toBe('built');
  expect(await kinds()).toBe('current');
  write('src/a.ts', 'two');
  expect(await kinds()).toBe('built');
  write('src/b.ts', '');
  expect(await kinds()).toBe('built');
  write('src/notes.md', 'no input');
  expect(await kinds()).toBe('current');
  expect(readFileSync(path.join(root, 'built.txt'), 'utf8')).toBe('built built built ');
  rmSync(path.join(root, 'built.txt'));
  expect(await kinds()).toBe('built');
});

test('runs of one checkout that start at once build it once', async () => {
  const slow = build(`setTimeout(() => require('fs').appendFileSync('built.txt', 'built '), 200)`);
  const outcomes = await Promise.all([1, 2, 3].map(() => ensureBuilt(slow, root)));
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['built', 'current', 'current']);
  expect(readFileSync(path.join(root, 'built.txt'), 'utf8')).toBe('built ');
  expect(readdirSync(path.join(root, '.groundwork'))).toEqual(['build.json']);
});

test('a lock that a killed run has left holds nobody up', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  mkdirSync(path.join(root, '.groundwork'));
  write('.groundwork/build.json.lock', `${gone} long ago`);
  expect((await ensureBuilt(build(), root)).kind).toBe('built');
});

test('a build that failed runs again', async () => {
  await expect(ensureBuilt(build('process.exit(2)'), root)).rejects.toThrow('ended with exit code 2');
  expect((await ensureBuilt(build(), root)).kind).toBe('built');
});

test('a build whose program is not there is told', async () => {
  const command = ['no-such-builder', 'all'];
  await expect(ensureBuilt({ ...build(), command }, root)).rejects.toThrow(
    `The platform's build "no-such-builder all" could not be started: spawn no-such-builder ENOENT`,
  );
});

test('the fingerprint tells names and contents apart, and ignores what a build leaves', () => {
  const before = fingerprintFiles(['**/*.ts'], root);
  mkdirSync(path.join(root, 'src/dist'));
  write('src/dist/a.ts', 'compiled');
  expect(fingerprintFiles(['**/*.ts'], root)).toBe(before);
  rmSync(path.join(root, 'src/a.ts'));
  write('src/aone.ts', '');
  expect(fingerprintFiles(['**/*.ts'], root)).not.toBe(before);
});
