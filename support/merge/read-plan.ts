import path from 'node:path';
import { describeError } from '../errors/describe-error';
import { readPlannedTests, type PlannedTest } from './planned-test';
import type { MergeProblem } from './problem';
import type { ShardFolder } from './read-shard';

/** The plan that shards agree on, and which of their copies of it are damaged. */
export interface ReadPlan {
  readonly planned: ReadonlyMap<string, PlannedTest>;
  readonly problems: readonly MergeProblem[];
}

/** Reads the plan of shards that have the same: one whole copy is enough, the others are compared by their size. */
export async function readPlan(shards: readonly Pick<ShardFolder, 'folder' | 'manifest' | 'planBytes'>[]): Promise<ReadPlan> {
  const problems: MergeProblem[] = [];
  let good: { readonly planned: ReadonlyMap<string, PlannedTest>; readonly bytes: number } | undefined;
  for (const { folder, manifest, planBytes } of shards) {
    const damaged = (what: string): void => {
      const file = path.join(path.relative(process.cwd(), folder), 'plan.jsonl');
      problems.push({ kind: 'damaged', shard: manifest.shard.current, message: `${file} ${what}.` });
    };
    if (good) {
      if (planBytes !== good.bytes) damaged('differs from the plan of the other shards: it is cut off or was changed');
      continue;
    }
    try {
      const planned = await testsOf(folder);
      if (manifest.suite > 0 && planned.size !== manifest.suite) damaged(`is cut off: it has ${planned.size} of ${manifest.suite} tests`);
      else good = { planned, bytes: planBytes };
    } catch (error) {
      damaged(`cannot be read: ${error instanceof SyntaxError ? 'it is cut off or no JSON' : describeError(error)}`);
    }
  }
  return { planned: good?.planned ?? new Map(), problems };
}

async function testsOf(folder: string): Promise<ReadonlyMap<string, PlannedTest>> {
  const tests = new Map<string, PlannedTest>();
  for await (const test of readPlannedTests(folder)) tests.set(test.id, test);
  return tests;
}
