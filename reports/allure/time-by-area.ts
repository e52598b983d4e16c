import type { TestRecord } from '../../support/run/run-record';

/** What an area's tests took together. */
export interface AreaTime {
  readonly area: string;
  readonly tests: number;
  /** Milliseconds of their last attempts. */
  readonly ms: number;
}

/** The time of each area, the longest first. */
export function timeByArea(tests: readonly Pick<TestRecord, 'area' | 'durationMs'>[]): readonly AreaTime[] {
  const areas = new Map<string, AreaTime>();
  for (const { area = 'without area', durationMs } of tests) {
    const before = areas.get(area) ?? { area, tests: 0, ms: 0 };
    areas.set(area, { area, tests: before.tests + 1, ms: before.ms + durationMs });
  }
  return [...areas.values()].sort((one, other) => other.ms - one.ms || (one.area < other.area ? -1 : 1));
}
