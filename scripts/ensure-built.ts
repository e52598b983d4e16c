import { execFileSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';

const root = path.join(__dirname, '..');
const stamp = path.join(root, 'dist', '.tsbuildinfo');
const sources = ['fixtures/**/*.ts', 'page-objects/base/*.ts', 'reports/**/*.ts', 'support/**/*.ts', 'tsconfig.b*.json'];

// This repository uses the package under its own name, which leads to dist/: a change of the sources
// must be compiled before the suite runs on it. Workers run on what their runner has compiled.
if (!process.env.TEST_WORKER_INDEX && isStale()) {
  const began = new Date();
  execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  // Where nothing came out different, tsc leaves its file as it was, and each run would compile again.
  utimesSync(stamp, began, began);
}

function isStale(): boolean {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return globSync(sources, { cwd: root, absolute: true }).some((file) => statSync(file).mtimeMs > built);
}
