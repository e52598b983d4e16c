import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { QualityRules } from '../../support/config/quality-rules';
import { describeError } from '../../support/errors/describe-error';
import { ledgerPath, readLedger } from '../../support/ledger/ledger-file';
import { withoutStrangers } from '../../support/report/trace-bridge';
import type { RunRecord } from '../../support/run/run-record';
import { addGlobals } from './add-globals';
import { allureConfiguration } from './configuration';
import { damagedResults } from './damaged-results';
import { tellGate, type JudgedRule } from './quality-gate';
import { mendTrends, trendsFile } from './trends';

/** What a report is made of. */
export interface ReportOrder {
  /** The folder of Allure's results; it is only read. */
  readonly results: string;
  /** The folder of the report; what is in it is replaced. */
  readonly report: string;
  /** The run that it shows. */
  readonly run: RunRecord;
  /** The folder of the manifest: the ledger lies below it. */
  readonly root: string;
  /** The rules of the quality gate; it holds for runs of the whole suite only. */
  readonly rules: readonly QualityRules[];
}

/** A report that was made, or not. */
export interface GeneratedReport {
  /** Where it is, or why there is none; what it lacks; which rules of the gate do not hold. */
  readonly lines: readonly string[];
  readonly isGateFailed: boolean;
}

/**
 * Makes one Allure report of a folder of results, with dashboards, trends and the quality gate. A report that
 * cannot be made must not change the verdict of the run, so nothing is thrown.
 */
export async function generateReport(order: ReportOrder): Promise<GeneratedReport> {
  const { results, report } = order;
  if (!existsSync(results)) {
    return none('its reporter did not run (--reporter on the command line replaces it)');
  }
  try {
    const errors = damagedResults(results).map((name) => `${name} is cut off or no JSON: of what it tells, the report has the verdict alone.`);
    const trends = mendTrends(trendsFile(path.dirname(report)));
    // A merge has told its own problems.
    await make(order, [...(order.run.problems ?? []).map(({ message }) => message), ...errors]);
    const judged = judgedIn(report);
    const folder = path.relative(process.cwd(), report);
    const lines = [
      ...errors.map((error) => `damaged: ${path.relative(process.cwd(), results)}/${error}`),
      ...(trends ? [trends] : []),
      ...tellGate(judged),
      // Opened as a file, the page may not load its own data.
      `report: ${path.join(folder, 'index.html')} (open it with: npx groundwork report --open)`,
    ];
    return { lines, isGateFailed: judged.some(({ success }) => !success) };
  } catch (error) {
    return none(`it could not be made of ${results}: ${describeError(error)}`);
  }
}

function none(why: string): GeneratedReport {
  return { lines: [`no Allure report: ${why}`], isGateFailed: false };
}

async function make({ results, report, run, root, rules }: ReportOrder, errors: readonly string[]): Promise<void> {
  const output = path.dirname(report);
  // Not among the results: those of a shard are merged with others.
  const parts = path.join(output, 'allure-parts');
  rmSync(report, { recursive: true, force: true });
  mkdirSync(parts, { recursive: true });
  try {
    addGlobals(parts, { run, ledger: readLedger(ledgerPath(root)), errors });
    const configuration = allureConfiguration({
      name: run.platform,
      output: report,
      historyPath: trendsFile(output),
      appendHistory: run.full,
      rules: run.full ? rules : [],
    });
    const file = path.join(output, 'allurerc.json');
    writeFileSync(file, JSON.stringify(configuration, undefined, 2));
    const args = [path.join(__dirname, 'make-report.js'), file, results, parts];
    await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
    const page = path.join(report, 'index.html');
    writeFileSync(page, withoutStrangers(readFileSync(page, 'utf8')));
  } finally {
    rmSync(parts, { recursive: true, force: true });
  }
}

/** What Allure says of each rule of the gate; nothing where there is none. */
function judgedIn(report: string): readonly JudgedRule[] {
  const file = path.join(report, 'quality-gate.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JudgedRule[]) : []; // Allure's own file
}
