import type { PlaywrightTestConfig, ReporterDescription } from '@playwright/test';
import path from 'node:path';
import { UsageError } from '../errors/usage-error';
import type { BlockedPolicy } from '../run/exit-policy';
import { outputFolder, type PlatformSetting } from './platform-setting';
import type { QualityRules } from './quality-rules';
import { rememberSetting } from './remembered-setting';

type Reporters = PlaywrightTestConfig['reporter'];

// By path: a name would be looked up from the user's folder, where only this package is certain.
const OWN = path.join(__dirname, '..', '..', 'reports', 'reporter', 'index.js');

/** What Groundwork's reporter is given. */
export interface ReporterSetting extends PlatformSetting {
  /** Whether it makes an Allure report at the end. */
  readonly report: boolean;
  /** Whether blocked tests make the run red. */
  readonly blocked: BlockedPolicy;
  /** Rules of the report's quality gate beside Groundwork's own. */
  readonly qualityGate?: readonly QualityRules[];
}

/**
 * The user's reporters between Groundwork's own, which goes first (what it decides and redacts, the
 * others see), and Allure's results.
 */
export function withReporters(chosen: Reporters, setting: ReporterSetting): ReporterDescription[] {
  registerReporter(setting);
  const own: ReporterDescription = [OWN, setting];
  const resultsDir = path.join(outputFolder(setting), 'allure-results');
  const allure: ReporterDescription = [require.resolve('allure-playwright'), { resultsDir }];
  const listed = listOf(chosen).map((one) => withPlace(one, outputFolder(setting)));
  const hasAllure = listed.some(([name]) => name.includes('allure-playwright'));
  // In a merge of reports Allure's fails: there are no projects, and all tests would begin with the merge.
  return [own, ...listed, ...(hasAllure || isMergeOfReports() ? [] : [allure])];
}

/** Whether this process is `playwright merge-reports`, which runs no test. */
export function isMergeOfReports(): boolean {
  return process.argv[2] === 'merge-reports';
}

/** A blob report goes where the rest of a shard goes, unless the user has said where: a CI gathers one folder. */
function withPlace(reporter: ReporterDescription, output: string): ReporterDescription {
  const [name, options] = reporter;
  if (name !== 'blob') return reporter;
  return ['blob', { outputDir: path.join(output, 'blob-report'), ...(options as object | undefined) }]; // Playwright types it `any`
}

/**
 * Lets Groundwork's reporter survive `--reporter=…` on the command line, which replaces all reporters
 * of the configuration: Playwright adds the one of this variable to those it was told.
 */
function registerReporter(setting: ReporterSetting): void {
  if (process.env.TEST_WORKER_INDEX) return;
  rememberSetting(setting);
  const other = process.env.PW_TEST_REPORTER;
  if (other && other !== OWN && asks('--reporter') && asks('--shard')) {
    throw new UsageError(
      `This shard cannot be planned: --reporter leaves out Groundwork's reporter, and PW_TEST_REPORTER holds ${other}. ` +
        'Unset PW_TEST_REPORTER, or name the reporters in playwright.config.ts.',
    );
  }
  process.env.PW_TEST_REPORTER ??= OWN;
  // For a blob report that is asked for on the command line, where nothing else can be said of it.
  if (asks('--reporter')) process.env.PLAYWRIGHT_BLOB_OUTPUT_DIR ??= path.join(outputFolder(setting), 'blob-report');
}

function asks(option: string): boolean {
  return process.argv.some((arg) => arg === option || arg.startsWith(`${option}=`));
}

function listOf(chosen: Reporters): readonly ReporterDescription[] {
  if (chosen === undefined) return [['list']];
  return typeof chosen === 'string' ? [[chosen]] : chosen;
}
