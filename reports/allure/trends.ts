import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { field } from '../../support/data/field';
import { TRENDS_NAME } from '../../support/report/trends-name';

/** Where the last runs are kept for the trends of the report: a file that a CI keeps from run to run. */
export function trendsFile(output: string): string {
  return path.join(output, TRENDS_NAME);
}

/**
 * Leaves out what cannot be read of the last runs: on one broken line Allure would make no report.
 *
 * @returns what to tell, where something was left out.
 */
export function mendTrends(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '');
  const good = lines.filter(isRun);
  const bad = lines.length - good.length;
  if (bad === 0) return undefined;
  writeFileAtomic.sync(file, good.map((line) => `${line}\n`).join(''), { fsync: false });
  return `${path.relative(process.cwd(), file)}: ${bad} of ${lines.length} runs could not be read; the trends go on without them.`;
}

function isRun(line: string): boolean {
  try {
    const run: unknown = JSON.parse(line);
    return typeof field(run, 'uuid') === 'string' && typeof field(run, 'testResults') === 'object';
  } catch {
    return false;
  }
}
