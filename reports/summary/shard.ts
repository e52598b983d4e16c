import type { RunRecord, ShardRecord } from '../../support/run/run-record';
import { seconds } from '../../support/data/seconds';

/** The plan of a shard in one line, before its tests run. */
export function renderPlan(shard: ShardRecord): string {
  const last = Math.max(...shard.plannedMs);
  return (
    `shard ${shard.current} of ${shard.total}: ${shard.tests} tests, ${seconds(shard.predictedMs)} expected ` +
    `(the last of all shards ${seconds(last)}, no plan below ${seconds(shard.boundMs)}); ` +
    `the history knows ${Math.round(shard.coverage * 100)} % of the tests; plan ${shard.digest}`
  );
}

/** What a shard was expected to take against what it took, in one line. */
export function renderShard({ current, total, predictedMs, actualMs }: ShardRecord): string {
  const head = `shard ${current} of ${total}: ${seconds(predictedMs)} expected`;
  if (actualMs === undefined) return head;
  const share = predictedMs > 0 ? Math.round((actualMs / predictedMs - 1) * 100) : 0;
  return `${head}, ${seconds(actualMs)} taken (${share < 0 ? '' : '+'}${share} %)`;
}

/** How each shard of a run that was put together went, in one line each. */
export function renderShards({ shards = [] }: Pick<RunRecord, 'shards'>): readonly string[] {
  return shards.map(renderShard);
}
