import '../../scripts/ensure-built';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeHistory } from '../../support/history/history-file';
import type { History } from '../../support/history/history';
import type { SuiteFacts } from '../../support/sharding/suite-facts';
import { logNormal } from './log-normal';

const SHARDS = 100;

// What reading the history of a very large suite and planning it cost, in time and memory.
async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-scale-'));
  const file = path.join(folder, 'tests.json');
  // Shared with the process that is measured, which runs no TypeScript.
  const { factsOf } = (await import('./scale-suite.mjs' as string)) as { factsOf: (workers: number) => SuiteFacts };
  const facts = factsOf(1);
  writeHistory(file, historyOf(facts));
  console.log(`${facts.units.length} tests, history of ${Math.round(statSync(file).size / 1e6)} MB, ${SHARDS} shards`);
  for (const workers of [1, 4]) {
    const args = [path.join(__dirname, 'scale-plan.mjs'), file, String(workers), String(SHARDS)];
    const told = JSON.parse(execFileSync(process.execPath, ['--expose-gc', ...args], { encoding: 'utf8' })) as Record<string, number>; // printed there
    const whole = (name: string): number => Math.round(told[name] ?? 0);
    console.log(
      `${workers} workers a shard: history read in ${whole('readMs')} ms, planned in ${whole('planMs')} ms (processor ${whole('cpuMs')} ms); ` +
        `last finish ÷ bound ${told.ratio?.toFixed(3)}; memory at most ${whole('peakMb')} MB, ${whole('suiteMb')} MB of it for the suite`,
    );
  }
  rmSync(folder, { recursive: true });
}

function historyOf({ units, projects }: SuiteFacts): History {
  const times = logNormal(units.length, { medianMs: 1_500, spread: 0.9, seed: 3 });
  return Object.fromEntries(
    units.map(({ tests: [test], file, project }, index) => {
      const ms = times[index] ?? 0;
      const durations = [ms, ms + 40, ms + 10, ms + 90, ms + 20];
      const verdicts = durations.map(() => 'passed' as const);
      const place = { title: test?.title ?? '', file, project: projects[project]?.name ?? '' };
      return [test?.id ?? '', { ...place, durations, verdicts, needs: ['gateway', 'web'], around: 20 }];
    }),
  );
}

void main();
