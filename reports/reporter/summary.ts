import Table from 'cli-table3';
import pc from 'picocolors';
import type { Summary, Verdict } from './verdicts';

const COLOUR: Readonly<Record<Verdict, (text: string) => string>> = {
  passed: pc.green,
  failed: pc.red,
  flaky: pc.yellow,
  skipped: pc.dim,
  blocked: pc.magenta,
};

/** The end of a run for the terminal: verdicts in one line, then the reasons of blocked tests. */
export function renderSummary(summary: Summary, durationMs: number): string {
  const verdicts = (Object.keys(COLOUR) as Verdict[]) // the keys of a record over Verdict
    .filter((verdict) => summary[verdict] > 0)
    .map((verdict) => COLOUR[verdict](`${summary[verdict]} ${verdict}`));
  const head = `${summary.passed} of ${summary.total} passed`;
  const line = `${pc.bold(head)} (${verdicts.join(', ')}) in ${(durationMs / 1000).toFixed(1)} s`;
  return summary.blockedBy.length > 0 ? `${line}\n${blockedTable(summary)}` : line;
}

function blockedTable({ blockedBy }: Summary): string {
  const table = new Table({ head: ['tests', 'blocked by'], style: { head: [], border: [] }, wordWrap: true });
  for (const { reason, tests } of blockedBy) table.push([tests, reason.replace('BLOCKED: ', '')]);
  return table.toString();
}
