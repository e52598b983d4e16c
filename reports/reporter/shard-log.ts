import type { FullResult, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { outputFolder } from '../../support/config/platform-setting';
import type { ReporterSetting } from '../../support/config/reporters';
import { writeOrTell } from '../../support/errors/full-disk';
import { Journal, type JournalEntry } from '../../support/merge/journal';
import { writePlannedTests } from '../../support/merge/planned-test';
import { writeManifest, type ShardManifest } from '../../support/merge/shard-manifest';
import { ciRunOf, commitOf } from '../../support/run/commit';
import type { RunRecord, ServiceRecord, ShardRecord } from '../../support/run/run-record';
import { failureOf } from './failure';
import { toldBlocked } from './record-test';
import type { PlannedShard } from './shard-run';

/** A shard at its beginning. */
export interface BegunShard {
  readonly setting: ReporterSetting;
  readonly planned: PlannedShard;
  readonly record: ShardRecord;
  readonly runId: string;
  /** What is left of the suite for this shard, after all filters. */
  readonly suite: Suite;
  readonly services: readonly Pick<ServiceRecord, 'name' | 'launcher' | 'readiness'>[];
}

/**
 * What a shard leaves for the merge while it runs: a manifest first and last, the plan, and a journal of
 * its tests. A full disk costs the log and not the run.
 */
export class ShardLog {
  readonly #output: string;
  readonly #root: string;
  #manifest: ShardManifest;
  #journal: Journal | undefined;
  readonly #done = new Set<string>();
  #trouble: string | undefined;

  constructor(shard: BegunShard) {
    const { setting, planned } = shard;
    this.#output = outputFolder(setting);
    this.#root = setting.root;
    this.#manifest = manifestOf(shard);
    this.#try('the shard’s manifest', () => {
      writeManifest(this.#output, this.#manifest);
      writePlannedTests(this.#output, planned.tests);
      this.#journal = new Journal(this.#output);
    });
  }

  began(test: TestCase, { retry }: TestResult): void {
    this.#add({ at: Date.now(), begin: test.id, retry });
  }

  ended(test: TestCase, result: TestResult): void {
    const { retry, status, duration } = result;
    const blockedBy = toldBlocked(test, result);
    const hasFailed = status !== test.expectedStatus && status !== 'skipped' && status !== 'interrupted';
    if (status !== 'interrupted') this.#done.add(test.id);
    this.#add({
      at: Date.now(),
      end: test.id,
      retry,
      status,
      expected: test.expectedStatus,
      ms: Math.round(duration),
      ...(blockedBy ? { blockedBy } : {}),
      ...(hasFailed && !blockedBy ? { failure: failureOf(result, this.#root) } : {}),
    });
  }

  /** @returns what to tell where the disk was full. */
  close(status: FullResult['status'], { services, shard }: RunRecord): string | undefined {
    this.#journal?.close();
    this.#manifest = {
      ...this.#manifest,
      state: 'ended',
      status,
      done: this.#done.size,
      services: servicesOf(services),
      shard: { ...this.#manifest.shard, actualMs: shard?.actualMs },
    };
    this.#try('the shard’s manifest', () => writeManifest(this.#output, this.#manifest));
    return this.#trouble;
  }

  #add(entry: JournalEntry): void {
    this.#try('the shard’s journal', () => this.#journal?.add(entry));
  }

  #try(what: string, write: () => void): void {
    const full = writeOrTell(this.#output, what, write);
    this.#trouble ??= full;
  }
}

function manifestOf({ setting, planned, record, runId, suite, services }: BegunShard): ShardManifest {
  const { current, tests, isWhole, serving } = planned;
  const here = new Set(suite.allTests().map(({ id }) => id));
  const own = tests.filter(({ shards }) => shards.includes(current));
  const left = own.filter(({ id }) => here.has(id));
  return {
    version: 1,
    state: 'running',
    runId,
    ciRun: ciRunOf(),
    commit: commitOf(setting.root),
    platform: setting.manifest.name,
    startedAt: new Date().toISOString(),
    shard: { ...record, plannedMs: [...record.plannedMs] },
    whole: isWhole,
    blocked: setting.blocked,
    qualityGate: [...(setting.qualityGate ?? [])],
    suite: tests.length,
    planned: left.length,
    ...(left.length < own.length ? { left: left.map(({ id }) => id) } : {}),
    serving: [...serving],
    services: servicesOf(services),
  };
}

function servicesOf(services: BegunShard['services']): ShardManifest['services'] {
  return services.map(({ name, launcher, readiness }) => ({ name, launcher, state: readiness.state }));
}
