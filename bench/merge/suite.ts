import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { programs, root, runStep } from '../../scripts/steps';
import { readRun } from '../../support/run/run-file';
import type { RunRecord } from '../../support/run/run-record';

const SHARDS = 4;
const OUTPUT = path.join(root, 'reports/output');
// What is run, as arguments of `playwright test`: npm run bench:merge:suite -- inventory --project=desktop
const ASKED = process.argv.slice(2);

// The suite on one machine, then on four shards one after the other, merged: the same tests with the same verdicts?
async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-suite-'));
  try {
    const alone = await run('on one machine', []);
    for (let shard = 1; shard <= SHARDS; shard += 1) {
      await run(`shard ${shard} of ${SHARDS}`, [`--shard=${shard}/${SHARDS}`]);
      const kept = path.join(folder, `shards/${shard}`);
      mkdirSync(kept, { recursive: true });
      cpSync(OUTPUT, kept, { recursive: true });
    }
    const began = Date.now();
    const merge = ['merge', path.join(folder, 'shards'), '--expect', `${SHARDS}`, '--output', path.join(folder, 'merged')];
    await runStep({ name: 'merge and report', program: programs.groundwork, args: merge });
    const seconds = (Date.now() - began) / 1000;
    tell(alone, recordIn(path.join(folder, 'merged')), seconds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(name: string, args: readonly string[]): Promise<RunRecord> {
  rmSync(OUTPUT, { recursive: true, force: true });
  await runStep({ name, program: programs.playwright, args: ['test', ...ASKED, ...args] });
  return recordIn(OUTPUT);
}

function recordIn(folder: string): RunRecord {
  const record = readRun(folder);
  if (record) return record;
  throw new Error(`${folder} holds no run.json: what was printed above says why.`);
}

function tell(alone: RunRecord, merged: RunRecord, seconds: number): void {
  const there = new Map(merged.tests.map((test) => [test.id, test]));
  const here = new Set(alone.tests.map(({ id }) => id));
  const lost = alone.tests.filter((test) => !there.has(test.id));
  const added = merged.tests.filter((test) => !here.has(test.id));
  const others = alone.tests.filter(({ id, verdict }) => there.has(id) && there.get(id)?.verdict !== verdict);
  console.log(`${alone.tests.length} tests on one machine, ${merged.tests.length} on ${SHARDS} shards; merged and reported in ${seconds.toFixed(1)} s`);
  console.log(`${lost.length} are missing, ${added.length} too many, ${others.length} have another verdict`);
  for (const { title, project, verdict, id } of [...lost, ...added, ...others]) {
    console.log(`  [${project}] ${title}: ${verdict} on one machine or in its shard, ${there.get(id)?.verdict ?? 'not there'} in the merged run`);
  }
  const finishes = (merged.shards ?? []).map(({ predictedMs, actualMs = 0 }) => `${Math.round(predictedMs / 1000)} → ${Math.round(actualMs / 1000)} s`);
  console.log(`predicted → actual of each shard: ${finishes.join(', ')}`);
  const isSame = lost.length + added.length + others.length === 0 && (merged.problems ?? []).length === 0;
  process.exitCode = isSame ? 0 : 1;
}

void main();
