import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestResult, TestRun } from '@playwright/test/reporter';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { STATE_VARIABLE } from '../../support/config/state-variable';
import { outputFolder } from '../../support/config/platform-setting';
import type { ReporterSetting } from '../../support/config/reporters';
import { readStateFile } from '../../support/stack/run-registry';
import { askKeeper } from '../../support/stack/keeper-client';
import type { StackState } from '../../support/stack/stack-state';
import { generateReport } from '../allure/generate-report';
import { writeEnvironment } from '../allure/environment';
import { allureLabels } from './allure-labels';
import { gate } from './gate';
import { redactAttachments } from './redact-attachments';
import { renderSummary } from './summary';
import { summarize } from './verdicts';

/**
 * Groundwork's reporter: decides before the first worker which tests are blocked, keeps secrets out
 * of what is attached, and ends the run with its summary and the Allure report.
 */
export class GroundworkReporter implements Reporter {
  #suite: Suite | undefined;
  #config: FullConfig | undefined;
  #state: StackState | undefined;

  constructor(private readonly setting: ReporterSetting) {}

  printsToStdio(): boolean {
    return false;
  }

  async preprocess({ suite, testRun }: { suite: Suite; testRun: TestRun }): Promise<void> {
    const stateFile = process.env[STATE_VARIABLE];
    if (!stateFile) return;
    this.#state = await askKeeper(stateFile).catch(() => readStateFile(stateFile).stack);
    gate({ suite, testRun, manifest: this.setting.manifest, state: this.#state });
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#config = config;
    this.#suite = suite;
    rmSync(path.join(outputFolder(this.setting), 'allure-results'), { recursive: true, force: true });
  }

  onTestBegin(test: TestCase): void {
    const known = new Set(test.annotations.map(({ type }) => type));
    const labels = allureLabels(test.tags, this.setting.manifest);
    test.annotations.push(...labels.filter(({ type }) => !known.has(type)));
  }

  onTestEnd(_test: TestCase, result: TestResult): void {
    redactAttachments(result.attachments);
  }

  async onEnd(result: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    if (!this.#suite) return undefined;
    const summary = summarize(this.#suite.allTests());
    const lines = renderSummary(summary, result.duration);
    process.stdout.write(`\n${lines}\n`);
    const isRed = summary.blocked > 0 || (summary.total > 0 && summary.passed + summary.flaky === 0);
    return isRed && result.status === 'passed' ? { status: 'failed' } : undefined;
  }

  async onExit(): Promise<void> {
    if (!this.#suite || this.#suite.allTests().length === 0) return;
    const output = outputFolder(this.setting);
    const results = path.join(output, 'allure-results');
    writeEnvironment(results, { state: this.#state, playwright: this.#config?.version });
    if (!this.setting.report) return;
    const line = await generateReport({ results, report: path.join(output, 'allure'), name: this.setting.manifest.name });
    process.stdout.write(`${line}\n`);
  }
}
