import type { TestCase } from '@playwright/test/reporter';
import { outputFolder } from '../../support/config/platform-setting';
import type { ReporterSetting } from '../../support/config/reporters';
import { readObservations, readTimeline } from '../../support/evidence/evidence-files';
import { historyPath, readHistory } from '../../support/history/history-file';
import { buildRun, type RunParts } from '../../support/run/build-run';
import { decideOutcome, type RunOutcome } from '../../support/run/exit-policy';
import { readRun } from '../../support/run/run-file';
import type { RunRecord, ServiceRecord } from '../../support/run/run-record';
import type { StackState } from '../../support/stack/stack-state';
import { readTraces } from '../../support/traces/trace-file';
import { behindOf } from './behind';
import { blockedBySetUp } from './blocked-by-set-up';
import { recordTest } from './record-test';
import type { TimesAround } from './test-times';

/** What a finished run left behind. */
export interface FinishedRun {
  readonly run: RunRecord;
  readonly outcome: RunOutcome;
}

/** A run that has ended: its tests, the stack that they ran on, and its own data. */
export interface EndedRun {
  readonly setting: ReporterSetting;
  readonly tests: readonly TestCase[];
  readonly state: StackState | undefined;
  readonly head: RunParts['head'];
  readonly times: ReadonlyMap<string, TimesAround>;
}

/** Gives every test its verdict, and finds the causes of the run. */
export function finishRun({ setting, tests, state, head, times }: EndedRun): FinishedRun {
  const file = historyPath(setting.root);
  const history = readHistory(file, (message) => process.stderr.write(`${message}\n`));
  const timeline = state ? readTimeline(state.logs) : [];
  const observations = state ? readObservations(state.logs) : new Map();
  const traces = state ? readTraces(state.logs) : new Map<string, ReadonlySet<string>>();
  const { root, manifest } = setting;
  const evidence = { root, manifest, history, timeline, observations, traces, times };
  const records = blockedBySetUp(tests, tests.map((test) => recordTest(test, evidence)));
  const run = buildRun({
    head,
    tests: records,
    services: servicesOf(state, timeline),
    manifest: manifest.services,
    before: readRun(outputFolder(setting)),
    behind: behindOf({ tests, records, observations }),
  });
  const outcome = decideOutcome(run.totals, setting.blocked);
  return { run, outcome };
}

function servicesOf(
  state: StackState | undefined,
  timeline: ReturnType<typeof readTimeline>,
): readonly ServiceRecord[] {
  return Object.values(state?.services ?? {}).map(({ name, launcher, readiness }) => {
    const changes = timeline.filter(({ service }) => service === name).map((entry) => entry.readiness);
    return { name, launcher, readiness: changes.at(-1) ?? readiness, changes };
  });
}
