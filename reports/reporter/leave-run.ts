import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { outputFolder, type PlatformSetting } from '../../support/config/platform-setting';
import { writeOrTell } from '../../support/errors/full-disk';
import { historyPath, readHistory, writeHistory } from '../../support/history/history-file';
import { updateHistory } from '../../support/history/update-history';
import { ledgerEntry } from '../../support/ledger/ledger';
import { appendToLedger, ledgerPath } from '../../support/ledger/ledger-file';
import { writeRun } from '../../support/run/run-file';
import { renderMarkdown } from '../summary/markdown';
import type { FinishedRun } from './finish-run';

/**
 * Writes what a finished run leaves: record and summary, and of a full run history and ledger.
 *
 * @returns lines on what could not be written, because a disk is full.
 */
export function leaveRun(setting: PlatformSetting, { run, outcome }: FinishedRun): readonly string[] {
  const output = outputFolder(setting);
  const history = historyPath(setting.root);
  const ledger = ledgerPath(setting.root);
  const exists = (name: string): boolean => existsSync(path.join(setting.root, name));
  const kept = run.full && [
    writeOrTell(path.dirname(history), path.basename(history), () =>
      writeHistory(history, updateHistory(readHistory(history, () => undefined).all(), { tests: run.tests, exists })),
    ),
    writeOrTell(path.dirname(ledger), path.basename(ledger), () => appendToLedger(ledger, ledgerEntry(run))),
  ];
  return [
    writeOrTell(output, 'run.json', () => writeRun(output, run)),
    writeOrTell(output, 'summary.md', () => writeMarkdown(output, renderMarkdown(run, outcome))),
    ...(kept || []),
  ].filter((line) => line !== undefined);
}

function writeMarkdown(output: string, text: string): void {
  writeFileSync(path.join(output, 'summary.md'), text);
  const page = process.env.GITHUB_STEP_SUMMARY;
  if (page) appendFileSync(page, text);
}
