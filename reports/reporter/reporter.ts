import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { outputFolder } from '../../support/config/platform-setting';
import { rememberedSetting } from '../../support/config/remembered-setting';
import { isMergeOfReports, type ReporterSetting } from '../../support/config/reporters';
import { STATE_VARIABLE } from '../../support/config/state-variable';
import { writeOrTell } from '../../support/errors/full-disk';
import { isMadeOfMocks } from '../../support/needs/needs-real';
import { historyPath, readHistory } from '../../support/history/history-file';
import { isFullRun, isNarrowed, isWholeSuite } from '../../support/run/is-full-run';
import { commitOf } from '../../support/run/commit';
import type { RunRecord, ShardRecord } from '../../support/run/run-record';
import { FACTS_VARIABLE, writeFacts } from '../../support/sharding/facts-file';
import { readSuite } from '../../support/sharding/read-suite';
import { askKeeper } from '../../support/stack/keeper-client';
import { readStateFile } from '../../support/stack/run-registry';
import type { StackState } from '../../support/stack/stack-state';
import { writeEnvironment } from '../allure/environment';
import { generateReport } from '../allure/generate-report';
import { markResults } from '../allure/mark-results';
import { writeMissingResults } from '../allure/missing-results';
import { ownRules } from '../allure/quality-gate';
import { renderPlan } from '../summary/shard';
import { renderRun } from '../summary/terminal';
import { allureLabels } from './allure-labels';
import { endRetries, serialTests } from './end-retries';
import { finishRun, type EndedRun, type FinishedRun } from './finish-run';
import { gate, type GateSetting } from './gate';
import { leaveRun } from './leave-run';
import { redactAttachments } from './redact-attachments';
import { ShardLog } from './shard-log';
import { planShard, shardRecord, type PlannedShard } from './shard-run';
import { surviveFullDisk } from './survive-full-disk';
import { TestTimes } from './test-times';

type Preprocess = Parameters<NonNullable<Reporter['preprocess']>>[0];

const NOT_PLANNED =
  'This shard was not planned by Groundwork, because this version of Playwright asks no reporter: the run is failed, ' +
  'since the other shards may have divided the tests in another way. Use Playwright 1.62 or later.';

// Playwright makes a second reporter from PW_TEST_REPORTER, which acts only where it is the only one.
let isConfigured = false;

/**
 * Groundwork's reporter: decides before the first worker which tests are blocked, keeps secrets out
 * of what is attached, and ends the run with its causes and the Allure report.
 */
export class GroundworkReporter implements Reporter {
  readonly #setting: ReporterSetting | undefined;
  /** The setting for planning: a list of tests shows the plan too. */
  readonly #planned: ReporterSetting | undefined;
  #suite: Suite | undefined;
  #config: FullConfig | undefined;
  #state: StackState | undefined;
  #finished: FinishedRun | undefined;
  #serial: ReadonlySet<string> | undefined;
  #shard: ShardRecord | undefined;
  #plan: PlannedShard | undefined;
  #log: ShardLog | undefined;
  #isAsked = false;
  /** Names of set-up and teardown projects. */
  #serving: ReadonlySet<string | undefined> = new Set();
  #times = new TestTimes(Date.now());
  readonly #runId = randomUUID().slice(0, 8);

  constructor(options: Partial<ReporterSetting>) {
    const own = options.manifest ? (options as ReporterSetting) : undefined; // given by `withReporters`
    const setting = isMergeOfReports() ? undefined : (own ?? (isConfigured ? undefined : rememberedSetting()));
    isConfigured = own !== undefined;
    this.#planned = setting;
    // A list of tests is no run: it must not be recorded as one in which nothing passed.
    this.#setting = process.argv.includes('--list') ? undefined : setting;
  }

  printsToStdio(): boolean {
    return false;
  }

  async preprocess({ config, suite, testRun }: Preprocess): Promise<void> {
    this.#isAsked = true;
    if (!this.#planned) return;
    const { root } = this.#planned;
    const history = readHistory(historyPath(root), (message) => process.stderr.write(`${message}\n`));
    const isWhole = isWholeSuite(process.argv.slice(3)) && !isNarrowed(suite);
    const factsFile = process.env[FACTS_VARIABLE];
    if (factsFile) return writeFacts(factsFile, readSuite({ suite, config, root, isWhole }));
    // Before the gate: what is down on this machine alone must not change what the shards agree on. Done after
    // it: a set-up project is known by those that stand on it, and all of them may be in other shards.
    const planned = planShard({ config, suite, testRun, root, history, isWhole });
    const blocked = await this.#gate({ suite, testRun, history });
    if (!planned) return;
    planned.apply();
    this.#tellPlan(planned, blocked);
  }

  async #gate(question: Pick<GateSetting, 'suite' | 'testRun' | 'history'>): Promise<ReadonlySet<string>> {
    const stateFile = process.env[STATE_VARIABLE];
    if (!stateFile || !this.#setting) return new Set();
    this.#serial = serialTests(question.suite, question.testRun);
    this.#state = await askKeeper(stateFile).catch(() => readStateFile(stateFile).stack);
    return gate({ ...question, manifest: this.#setting.manifest, state: this.#state });
  }

  #tellPlan(planned: PlannedShard, blocked: ReadonlySet<string>): void {
    this.#plan = planned;
    this.#shard = shardRecord(planned, blocked);
    // Not on standard output: a list as JSON stands there.
    process.stderr.write(`${renderPlan(this.#shard)}\n`);
  }

  onBegin(config: FullConfig, suite: Suite): void {
    if (!this.#setting) return;
    surviveFullDisk();
    this.#config = config;
    this.#suite = suite;
    this.#serving = new Set(config.projects.flatMap(({ dependencies, teardown }) => [...dependencies, teardown]));
    this.#times = new TestTimes(Date.now());
    if (config.shard && !this.#isAsked) process.stderr.write(`${NOT_PLANNED}\n`);
    rmSync(this.#results, { recursive: true, force: true });
    // Of a test that never begins, Allure's reporter writes a result too.
    for (const test of suite.allTests()) this.#addLabels(test, this.#setting);
    this.#log = this.#openLog(suite);
    this.#plan = undefined;
  }

  #openLog(suite: Suite): ShardLog | undefined {
    if (!this.#setting || !this.#plan || !this.#shard) return undefined;
    const services = Object.values(this.#state?.services ?? {});
    return new ShardLog({ setting: this.#setting, planned: this.#plan, record: this.#shard, runId: this.#id, suite, services });
  }

  onTestBegin(test: TestCase, result: TestResult): void {
    if (!this.#setting) return;
    this.#log?.began(test, result);
    this.#addLabels(test, this.#setting);
  }

  #addLabels({ id, tags, annotations, parent }: TestCase, { manifest }: ReporterSetting): void {
    const known = new Set(annotations.map(({ type }) => type));
    const labels = allureLabels({ id, tags, isSetUp: this.#serving.has(parent.project()?.name) }, manifest);
    annotations.push(...labels.filter(({ type }) => !known.has(type)));
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    if (!this.#setting) return;
    redactAttachments(result.attachments);
    if (this.#serial) endRetries(test, result, this.#serial);
    this.#times.note(test, result);
    this.#log?.ended(test, result);
  }

  async onEnd(result: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    if (!this.#setting || !this.#suite) return undefined;
    const head = this.#head(result, this.#setting);
    const tests = this.#suite.allTests();
    this.#finished = finishRun({ setting: this.#setting, tests, state: this.#state, head, times: this.#times.all });
    const { run, outcome } = this.#finished;
    const notes = [...leaveRun(this.#setting, this.#finished), this.#log?.close(result.status, run) ?? []].flat();
    process.stdout.write(`\n${[renderRun(run, outcome), ...notes].join('\n')}\n`);
    if (this.#config?.shard && !this.#shard) return { status: 'failed' };
    // An error outside of all tests, or an interrupted run, stays what it is.
    const ownFailure = run.totals.failed === 0 && result.status === 'failed' && run.totals.blocked > 0;
    if (result.status === 'passed' || ownFailure) return { status: outcome.status };
    return undefined;
  }

  #head({ startTime, duration, status }: FullResult, { manifest }: ReporterSetting): EndedRun['head'] {
    const isNarrow = this.#suite !== undefined && isNarrowed(this.#suite);
    const isWhole = !this.#config?.shard && status !== 'interrupted' && !isNarrow;
    return {
      id: this.#id,
      platform: manifest.name,
      startedAt: startTime.toISOString(),
      durationMs: Math.round(duration),
      // What passes against a mock is no line of the ledger.
      full: isWhole && isFullRun(process.argv.slice(3)) && !isMadeOfMocks(manifest.services),
      ...(this.#shard ? { shard: { ...this.#shard, actualMs: this.#times.passedMs } } : {}),
    };
  }

  async onExit(): Promise<void> {
    if (!this.#setting || !this.#finished || this.#finished.run.totals.total === 0) return;
    const output = outputFolder(this.#setting);
    const { run } = this.#finished;
    const { root, blocked, qualityGate = [] } = this.#setting;
    const full = writeOrTell(output, "Allure's results", () => {
      if (existsSync(this.#results)) this.#markResults(run);
      writeEnvironment(this.#results, { state: this.#state, playwright: this.#config?.version, commit: commitOf(root), run });
    });
    if (full) process.stdout.write(`${full}\n`);
    // What one shard knows is no report: `groundwork merge` makes one of all.
    if (!this.#setting.report || this.#config?.shard) return;
    const rules = [...ownRules(blocked), ...qualityGate];
    const made = await generateReport({ results: this.#results, report: path.join(output, 'allure'), run, root, rules });
    process.stdout.write(`${made.lines.join('\n')}\n`);
    // Too late to tell Playwright, which would end with 0.
    if (made.isGateFailed) process.once('exit', () => (process.exitCode ||= 1));
  }

  #markResults(run: RunRecord): void {
    const seen = markResults(this.#results, run);
    // A merge looks itself for what shards have not left.
    if (this.#config?.shard) return;
    writeMissingResults(this.#results, run, run.tests.filter(({ id }) => !seen.has(id)).map((test) => ({ test })));
  }

  get #id(): string {
    return this.#state?.runId ?? this.#runId;
  }

  get #results(): string {
    return path.join(this.#setting ? outputFolder(this.#setting) : '.', 'allure-results');
  }
}
