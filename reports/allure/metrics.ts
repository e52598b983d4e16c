import type { RunRecord } from '../../support/run/run-record';
import { timeByArea } from './time-by-area';

/** One number of a run, in Allure's form for metrics. */
export interface Metric {
  readonly id: string;
  readonly key: string;
  readonly value: number;
  readonly start: number;
  readonly stop: number;
  readonly title: string;
  readonly unit: string;
  readonly group: string;
  readonly groupTitle: string;
  readonly better: 'lower' | 'higher' | 'neutral';
}

type Named = Pick<Metric, 'key' | 'value' | 'title' | 'unit' | 'better'>;

/** The run's numbers for Allure: it draws them run by run, and its quality gate can be set on each by its key. */
export function metricsOf(run: RunRecord): readonly Metric[] {
  const start = Date.parse(run.startedAt);
  const span = { start, stop: start + run.durationMs };
  const group = (title: string, named: readonly Named[]): readonly Metric[] =>
    named.map((one) => ({ ...one, ...span, id: `${run.id}:${one.key}`, group: title, groupTitle: title }));
  return [
    ...group('Tests', tests(run)),
    ...group('What a repair unlocks', causes(run)),
    ...group('Time by area', areas(run)),
    ...group('Shards', shards(run)),
  ];
}

function tests({ totals }: RunRecord): readonly Named[] {
  const { total, passed, flaky, ...others } = totals;
  const named = (name: string, value: number, better: Metric['better']): Named => ({ key: `tests.${name}`, value, title: name, unit: 'tests', better });
  return [
    named('passing', passed + flaky, 'higher'),
    named('total', total, 'neutral'),
    named('flaky', flaky, 'lower'),
    ...Object.entries(others).map(([name, value]) => named(name, value, 'lower')),
  ];
}

function causes(run: RunRecord): readonly Named[] {
  return run.causes.map(({ id, service, summary, unlocks }) => ({
    key: `cause.${id}.unlocks`,
    value: unlocks,
    title: service ? `${service}: ${summary}` : summary,
    unit: 'tests',
    better: 'lower',
  }));
}

function areas(run: RunRecord): readonly Named[] {
  return timeByArea(run.tests).map(({ area, ms }) => ({
    key: `area.${area}.seconds`,
    value: Math.round(ms / 100) / 10,
    title: area,
    unit: 's',
    better: 'lower',
  }));
}

function shards(run: RunRecord): readonly Named[] {
  return shardsOf(run).flatMap(({ current, actualMs }) =>
    actualMs === undefined
      ? []
      : [{ key: `shard.${current}.seconds`, value: Math.round(actualMs / 100) / 10, title: `shard ${current}`, unit: 's', better: 'lower' as const }],
  );
}

/** The shards that a run is of. */
export function shardsOf({ shard, shards }: RunRecord): readonly NonNullable<RunRecord['shard']>[] {
  return shards ?? (shard ? [shard] : []);
}
