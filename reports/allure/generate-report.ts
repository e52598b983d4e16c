import { execFile } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describeError } from '../../support/errors/describe-error';
import { allureConfiguration } from './configuration';

/** From where to where, and the report's title. */
export interface ReportPlace {
  readonly results: string;
  readonly report: string;
  readonly name: string;
}

/**
 * Makes one Allure report of a folder of results.
 *
 * @returns the line to be printed: where the report is, or why there is none. A report that fails
 * must not change the verdict of the run, so nothing is thrown.
 */
export async function generateReport({ results, report, name }: ReportPlace): Promise<string> {
  if (!existsSync(results)) {
    return 'no Allure report: its reporter did not run (--reporter on the command line replaces it)';
  }
  try {
    rmSync(report, { recursive: true, force: true });
    const config = path.join(path.dirname(report), 'allurerc.json');
    writeFileSync(config, JSON.stringify(allureConfiguration(name, report), undefined, 2));
    const args = [allureProgram(), 'generate', results, '--config', config, '--output', report];
    await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
    const folder = path.relative(process.cwd(), report);
    // Opened as a file, the page may not load its own data.
    return `report: ${path.join(folder, 'index.html')} (open it with: npx allure open ${folder})`;
  } catch (error) {
    return `no Allure report: allure generate failed on ${results}: ${describeError(error)}`;
  }
}

function allureProgram(): string {
  return path.join(path.dirname(require.resolve('allure')), '..', 'cli.js');
}
