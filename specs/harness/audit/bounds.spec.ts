import { expect, test } from '@playwright/test';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { audit } from '../../../support/audit/audit';
import { runBounded } from '../../../support/audit/collect/run-bounded';
import { parsePlatform } from '../../../support/manifest/parse-platform';
import { auditFiles, inShort } from './support/run-audit';
import { plain, SERVER, typed } from './support/services';
import { writeTree } from './support/tree';

test('a binary file that is imported is left out, and said so', async () => {
  const { defects, services } = await auditFiles({ files: plain('a', { 'index.js': `require('./x');\n${SERVER}`, 'x.js': Buffer.from([0, 1, 2, 255, 0]) }) });
  expect(defects).toEqual([]);
  expect(services[0]?.skipped).toEqual(['services/a/x.js: not a text file']);
});

test('a file of many megabytes is left out, and said so', async () => {
  const { services } = await auditFiles({ files: plain('a', { 'index.js': `require('./x');\n${SERVER}`, 'x.js': `// ${'x'.repeat(5_000_000)}` }) });
  expect(services[0]?.skipped).toEqual(['services/a/x.js: 4.8 MB, more than is read']);
});

test('ten thousand files that import each other come to an end', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => [`x/${index}.js`, `require('./${(index + 1) % 10_000}');\n`] as const);
  const { services } = await auditFiles({ files: plain('a', { 'index.js': `require('./x/0');\n${SERVER}`, ...Object.fromEntries(many) }) });
  expect(services[0]?.skipped).toEqual(['files beyond the first 4000']);
});

test('a tree of expressions that is deep comes to an end', async () => {
  const { defects } = await auditFiles({ files: plain('a', { 'index.js': `${SERVER}module.exports = ${Array.from({ length: 3_000 }, () => '1').join(' + ')};\n` }) });
  expect(defects.map(inShort)).toEqual([]);
});

test('an unreadable thing in one service keeps nobody from looking at the others', async () => {
  const files = { ...plain('a', { 'package.json': '\u0000' }), ...plain('b', { 'index.js': `require('./gone');\n${SERVER}` }) };
  const { defects } = await auditFiles({ files, services: { a: {}, b: {} } });
  expect(defects.map(inShort)).toEqual(['error package-invalid services/a/package.json:1', 'error import-unresolved services/b/index.js:1']);
});

test('a command that hangs is ended, with all that it started', async () => {
  const command = [process.execPath, '-e', 'require("child_process").spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)"], { stdio: "inherit" }); setInterval(() => 0, 1000)'];
  const run = await runBounded({ command, cwd: '/', timeoutMs: 500, most: 1_000 });
  expect(run.timedOut).toBe(true);
});

test('a command that prints without end is cut', async () => {
  const run = await runBounded({ command: [process.execPath, '-e', 'for (;;) require("fs").writeSync(1, "x".repeat(1000))'], cwd: '/', timeoutMs: 1_000, most: 5_000 });
  expect(run.output).toHaveLength(5_000);
});

test('nothing in the audited tree is written', async () => {
  const tree = writeTree(typed('a', {}, { options: { composite: true, declaration: true } }));
  try {
    const before = listing(tree.root);
    const launch = { process: { command: ['npm', 'start'], cwd: 'services/a' } };
    const { defects } = await audit({ manifest: parsePlatform({ name: 'x', services: { a: { launch } } }), root: tree.root, needs: Promise.resolve([]) });
    expect(defects.map(inShort)).toEqual([]);
    expect(listing(tree.root)).toEqual(before);
  } finally {
    tree.remove();
  }
});

function listing(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => `${name} ${statSync(path.join(root, name)).mtimeMs}`);
}
