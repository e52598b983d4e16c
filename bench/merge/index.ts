import '../../scripts/ensure-built';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generateShards, type RunSize } from './generate';

const CLI = path.join(__dirname, '../../dist/support/cli/main.js');

const MANIFEST = `module.exports = { name: 'shop', services: { gateway: { launch: { process: { command: ['true'] } }, ready: { path: '/', identity: false } } } };`;

const RUNS: readonly { readonly size: RunSize; readonly args: readonly string[] }[] = [
  { size: { shards: 4, tests: 175, pictureEvery: 2 }, args: [] },
  { size: { shards: 100, tests: 500, pictureEvery: 10 }, args: ['--no-report'] },
];

interface Cost {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

// What joining shards costs: 700 tests with Allure's report, and 50,000 without it, whose memory must stay bounded.
async function main(): Promise<void> {
  for (const { size, args } of RUNS) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-merge-'));
    try {
      writeFileSync(path.join(folder, 'groundwork.config.js'), MANIFEST);
      generateShards(path.join(folder, 'shards'), size);
      const { seconds, cpuSeconds, peakMb } = await merge(folder, args);
      const what = args.length > 0 ? 'merged' : 'merged and reported';
      console.log(
        `${size.shards} shards of ${size.tests} tests, one in ${size.pictureEvery} with a picture: ${what} in ${seconds.toFixed(1)} s ` +
          `(processor ${cpuSeconds.toFixed(1)} s), the merge's own memory at most ${peakMb} MB`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Merges in a shell that tells the processor time of all that it has started. */
async function merge(folder: string, args: readonly string[]): Promise<Cost> {
  const began = Date.now();
  const command = `"${process.execPath}" "${CLI}" merge shards ${args.join(' ')} > out.txt 2>&1 & echo "pid $!"; wait $!; times`;
  const shell = spawn('bash', ['-c', command], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  let peakMb = 0;
  shell.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const watch = setInterval(() => (peakMb = Math.max(peakMb, peakOf(/pid (\d+)/.exec(told)?.[1]))), 50);
  await new Promise((resolve) => shell.once('close', resolve));
  clearInterval(watch);
  const times = [...(told.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  const cpuSeconds = times.reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest), 0);
  const printed = readFileSync(path.join(folder, 'out.txt'), 'utf8');
  if (!printed.includes('passed (')) throw new Error(`The merge did not end as it should:\n${printed}`);
  return { seconds: (Date.now() - began) / 1000, cpuSeconds, peakMb };
}

/** The most memory that a process has had, in MB; 0 where it is gone or nobody tells. */
function peakOf(pid: string | undefined): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}

void main();
