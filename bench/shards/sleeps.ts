import '../../scripts/ensure-built';
import Table from 'cli-table3';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ms, times } from '../median';
import { logNormal } from './log-normal';

const REPOSITORY = path.join(__dirname, '..', '..');
// Numbers of shards, as arguments: npm run bench:shards:run -- 2 4 8
const given = process.argv.slice(2).map(Number);
const SHARDS = given.length > 0 ? given : [2, 4];
const WORKERS = 2;
const SLEEPS = logNormal(60, { medianMs: 300, spread: 0.9, seed: 11 });

// The same suite of sleeps, sharded by Playwright's own split, by Groundwork and by @flakiness/playwright,
// turn by turn with the real runner. What counts is the shard that finishes last.
const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-sleeps-'));
try {
  main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function main(): void {
  prepare();
  const recorded = ['built-in', 'groundwork', 'flakiness'].map((planner) => run(planner));
  writeFileSync(path.join(folder, 'timings.json'), readFileSync(path.join(folder, 'flakiness-report/report.json')));
  const share = SLEEPS.reduce((sum, one) => sum + one, 0) / WORKERS;
  console.log(`60 tests, ${WORKERS} workers; in one piece ${recorded.map((one) => ms(one)).join(', ')}; sleeps ÷ workers ${ms(share)}`);
  const table = new Table({ head: ['shards', 'bound', 'built-in', 'groundwork', 'flakiness'], style: { head: [], border: [] } });
  for (const total of SHARDS) {
    const bound = Math.max(share / total, ...SLEEPS);
    const last: Record<string, number> = {};
    for (let shard = 1; shard <= total; shard += 1) {
      for (const planner of ['built-in', 'groundwork', 'flakiness']) {
        last[planner] = Math.max(last[planner] ?? 0, run(planner, `${shard}/${total}`));
      }
    }
    const row = Object.values(last).map((one) => `${ms(one)} (${times(one / bound)})`);
    table.push([total, ms(bound), ...row]);
  }
  console.log(table.toString());
}

/** Runs the suite, or a shard of it; says the time from the first worker's start to the last test's end. */
function run(planner: string, shard?: string): number {
  const wall = path.join(folder, 'wall.txt');
  const cli = path.join(REPOSITORY, 'node_modules/@playwright/test/cli.js');
  const args = [cli, 'test', '-c', `${planner}.config.ts`, ...(shard ? [`--shard=${shard}`] : [])];
  const env = { ...process.env, WALL_FILE: wall, PW_TEST_REPORTER: undefined, FLAKINESS_ACCESS_TOKEN: '' };
  execFileSync(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  return Number(readFileSync(wall, 'utf8'));
}

function prepare(): void {
  mkdirSync(path.join(folder, 'node_modules/@flakiness'), { recursive: true });
  for (const name of ['@playwright', '@flakiness/playwright']) {
    symlinkSync(path.join(REPOSITORY, 'node_modules', name), path.join(folder, 'node_modules', name));
  }
  symlinkSync(REPOSITORY, path.join(folder, 'node_modules/groundwork-e2e'));
  for (const [name, text] of Object.entries(files())) {
    const file = path.join(folder, name);
    if (!existsSync(path.dirname(file))) mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  // @flakiness/playwright plans inside a git repository only.
  const git = (...args: readonly string[]): void => void execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...args], { cwd: folder });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'bench');
}

function files(): Readonly<Record<string, string>> {
  const options = `fullyParallel: true, workers: ${WORKERS}, testDir: 'specs'`;
  const flakiness = `['@flakiness/playwright', { open: 'never', ...(process.argv.some((arg) => arg.startsWith('--shard')) ? { shardBalancing: { timingsFile: 'timings.json' }, outputFolder: 'of-shard' } : {}) }]`;
  const specs = Array.from({ length: 12 }, (_, file) => {
    const tests = SLEEPS.slice(file * 5, file * 5 + 5).map((sleep, index) => `test('${index}', () => new Promise((done) => setTimeout(done, ${sleep})));`);
    return [`specs/${String(file).padStart(2, '0')}.spec.ts`, `import { test } from '@playwright/test';\n${tests.join('\n')}\n`];
  });
  return {
    ...Object.fromEntries(specs),
    '.gitignore': 'node_modules\n',
    'wall.js': `
const { writeFileSync } = require('node:fs');
module.exports = class {
  onBegin() { this.began = Date.now(); }
  onTestEnd() { this.ended = Date.now(); }
  onEnd() { writeFileSync(process.env.WALL_FILE, String(this.ended - this.began)); }
};`,
    'service.mjs': "import http from 'node:http';\nhttp.createServer((request, answer) => answer.end('{}')).listen(process.env.PORT, '127.0.0.1');\n",
    'built-in.config.ts': `export default { ${options}, reporter: './wall.js' };\n`,
    'flakiness.config.ts': `export default { ${options}, reporter: [['./wall.js'], ${flakiness}] };\n`,
    'groundwork.config.ts': `
import { defineConfig } from 'groundwork-e2e/config';
import { definePlatform } from 'groundwork-e2e/platform';
const launch = { process: { command: [process.execPath, 'service.mjs'] } };
const platform = definePlatform({ name: 'bench', services: { one: { launch, ready: { path: '/', identity: false } } } });
export default defineConfig(platform, { ${options}, root: __dirname, report: false, reporter: [['./wall.js']] });
`,
  };
}
