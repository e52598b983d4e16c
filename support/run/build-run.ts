import { groupCauses, type CauseQuestion } from '../causes/group-causes';
import type { ServiceManifest } from '../manifest/schema';
import type { Verdict } from '../verdict/verdict';
import type { RunRecord, ServiceRecord, TestRecord } from './run-record';
import { unlockedSince } from './unlocked';

/** What a run record is put together from. */
export interface RunParts {
  readonly head: Pick<RunRecord, 'id' | 'platform' | 'startedAt' | 'durationMs' | 'full' | 'shard'>;
  readonly tests: readonly TestRecord[];
  readonly services: readonly ServiceRecord[];
  readonly manifest: Readonly<Record<string, ServiceManifest>>;
  readonly before: Pick<RunRecord, 'causes'> | undefined;
  readonly behind?: CauseQuestion['behind'];
}

/** The record of a run: its tests with their causes, its totals, and what earlier repairs unlocked. */
export function buildRun({ head, tests, services, manifest, before, behind }: RunParts): RunRecord {
  const { causes, causeOf } = groupCauses({ tests, services, manifest, behind });
  return {
    version: 1,
    ...head,
    totals: totalsOf(tests),
    services,
    causes,
    unlocked: unlockedSince(before, tests),
    tests: tests.map((test) => ({ ...test, cause: causeOf.get(test.id) })),
  };
}

/** How many tests have each verdict. */
export function totalsOf(tests: readonly TestRecord[]): RunRecord['totals'] {
  const totals: Record<Verdict | 'total', number> = {
    passed: 0,
    failed: 0,
    flaky: 0,
    skipped: 0,
    blocked: 0,
    unknown: 0,
    total: tests.length,
  };
  for (const { verdict } of tests) totals[verdict] += 1;
  return totals;
}
