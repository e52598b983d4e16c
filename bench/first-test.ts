import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { median, ms } from './median';

const ROUNDS = Number(process.argv[2] ?? 5);
const root = path.join(__dirname, '..');
const results = path.join(root, 'reports/output/results.json');

// From `playwright test` to the start of the first test's body: with the platform's build removed
// before (cold) and kept (warm), turn by turn.
function main(): void {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rmSync(path.join(root, '.groundwork'), { recursive: true, force: true });
    cold.push(firstTest());
    warm.push(firstTest());
  }
  console.log(`first test after, cold build: ${ms(median(cold))}`);
  console.log(`first test after, warm build: ${ms(median(warm))}`);
}

function firstTest(): number {
  const began = Date.now();
  const cli = require.resolve('@playwright/test/cli');
  const args = ['test', 'specs/e2e/smoke', '--project=desktop', '--workers=1'];
  const { status } = spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: 'ignore' });
  if (status !== 0) throw new Error(`the smoke specs ended with exit code ${status}; run them to see why`);
  const starts = [...readFileSync(results, 'utf8').matchAll(/"startTime": "([^"]+)",\s+"annotations"/g)];
  const first = Math.min(...starts.map(([, time = '']) => Date.parse(time)));
  return first - began;
}

main();
