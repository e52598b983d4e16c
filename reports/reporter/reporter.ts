import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestResult, TestRun } from '@playwright/test/reporter';
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { outputFolder } from '../../support/config/platform-setting';
import { rememberedSetting } from '../../support/config/remembered-setting';
import type { ReporterSetting } from '../../support/config/reporters';
import { STATE_VARIABLE } from '../../support/config/state-variable';
import { historyPath, readHistory } from '../../support/history/history-file';
import { isFullRun } from '../../support/run/is-full-run';
import { askKeeper } from '../../support/stack/keeper-client';
import { readStateFile } from '../../support/stack/run-registry';
import type { StackState } from '../../support/stack/stack-state';
import { writeEnvironment } from '../allure/environment';
import { generateReport } from '../allure/generate-report';
import { markResults } from '../allure/mark-results';
import { renderRun } from '../summary/terminal';
import { allureLabels } from './allure-labels';
import { endRetries } from './end-retries';
import { finishRun, type FinishedRun } from './finish-run';
import { gate } from './gate';
import { redactAttachments } from './redact-attachments';

// Playwright makes a second reporter from PW_TEST_REPORTER, which acts only where it is the only one.
let isConfigured = false;

/**
 * Groundwork's reporter: decides before the first worker which tests are blocked, keeps secrets out
 * of what is attached, and ends the run with its causes and the Allure report.
 */
export class GroundworkReporter implements Reporter {
  readonly #setting: ReporterSetting | undefined;
  #suite: Suite | undefined;
  #config: FullConfig | undefined;
  #state: StackState | undefined;
  #finished: FinishedRun | undefined;
  readonly #runId = randomUUID().slice(0, 8);

  constructor(options: Partial<ReporterSetting>) {
    const own = options.manifest ? (options as ReporterSetting) : undefined; // given by `withReporters`
    const setting = own ?? (isConfigured ? undefined : rememberedSetting());
    isConfigured = own !== undefined;
    // A list of tests is no run: it must not be recorded as one in which nothing passed.
    this.#setting = process.argv.includes('--list') ? undefined : setting;
  }

  printsToStdio(): boolean {
    return false;
  }

  async preprocess({ suite, testRun }: { suite: Suite; testRun: TestRun }): Promise<void> {
    const stateFile = process.env[STATE_VARIABLE];
    if (!stateFile || !this.#setting) return;
    const { manifest, root } = this.#setting;
    this.#state = await askKeeper(stateFile).catch(() => readStateFile(stateFile).stack);
    const history = readHistory(historyPath(root), () => undefined);
    gate({ suite, testRun, manifest, state: this.#state, history });
  }

  onBegin(config: FullConfig, suite: Suite): void {
    if (!this.#setting) return;
    this.#config = config;
    this.#suite = suite;
    rmSync(this.#results, { recursive: true, force: true });
  }

  onTestBegin(test: TestCase): void {
    if (!this.#setting) return;
    const known = new Set(test.annotations.map(({ type }) => type));
    const labels = allureLabels(test, this.#setting.manifest);
    test.annotations.push(...labels.filter(({ type }) => !known.has(type)));
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    if (!this.#setting) return;
    redactAttachments(result.attachments);
    endRetries(test, result);
  }

  async onEnd(result: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    if (!this.#setting || !this.#suite) return undefined;
    const head = {
      id: this.#state?.runId ?? this.#runId,
      platform: this.#setting.manifest.name,
      startedAt: result.startTime.toISOString(),
      durationMs: Math.round(result.duration),
      full: isFullRun(process.argv.slice(3)) && result.status !== 'interrupted',
    };
    const tests = this.#suite.allTests();
    this.#finished = finishRun({ setting: this.#setting, tests, state: this.#state, head });
    const { run, outcome } = this.#finished;
    process.stdout.write(`\n${renderRun(run, outcome)}\n`);
    // An error outside of all tests, or an interrupted run, stays what it is.
    const ownFailure = run.totals.failed === 0 && result.status === 'failed' && run.totals.blocked > 0;
    if (result.status === 'passed' || ownFailure) return { status: outcome.status };
    return undefined;
  }

  async onExit(): Promise<void> {
    if (!this.#setting || !this.#finished || this.#finished.run.totals.total === 0) return;
    const output = outputFolder(this.#setting);
    if (existsSync(this.#results)) markResults(this.#results, this.#finished.run.tests);
    writeEnvironment(this.#results, { state: this.#state, playwright: this.#config?.version });
    if (!this.#setting.report) return;
    const place = { results: this.#results, report: path.join(output, 'allure') };
    const line = await generateReport({ ...place, name: this.#setting.manifest.name });
    process.stdout.write(`${line}\n`);
  }

  get #results(): string {
    return path.join(this.#setting ? outputFolder(this.#setting) : '.', 'allure-results');
  }
}
