import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LedgerEntry } from '../../support/ledger/ledger';
import type { RunRecord } from '../../support/run/run-record';
import { dashboard } from './dashboard';
import { metricsOf } from './metrics';

/** What a report shows beside its tests. */
export interface ReportGlobals {
  readonly run: RunRecord;
  readonly ledger: readonly LedgerEntry[];
  /** What is wrong with the report itself, a line each. */
  readonly errors: readonly string[];
}

const DASHBOARD = 'groundwork-dashboard-attachment.html';

/** Lays beside the results what is no test's: numbers, dashboards, and what is wrong with the report itself. */
export function addGlobals(results: string, { run, ledger, errors }: ReportGlobals): void {
  const write = (name: string, text: string): void => writeFileSync(path.join(results, name), text);
  write('groundwork-perf.json', JSON.stringify(metricsOf(run)));
  write(DASHBOARD, dashboard(run, ledger));
  const attachments = [{ name: 'Dashboard', source: DASHBOARD, type: 'text/html' }];
  write('groundwork-globals.json', JSON.stringify({ attachments, errors: errors.map((message) => ({ message })) }));
}
