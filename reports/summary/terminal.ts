import Table from 'cli-table3';
import pc from 'picocolors';
import type { Cause } from '../../support/causes/cause';
import type { RunOutcome } from '../../support/run/exit-policy';
import type { RunRecord } from '../../support/run/run-record';
import { renderMocks } from './mocks';
import { renderShard, renderShards } from './shard';
import { VERDICTS, type Verdict } from '../../support/verdict/verdict';

// One screen: more causes than these stand in run.json and the report.
const MOST_CAUSES = 12;
const MOST_PROBLEMS = 15;
const SCREEN = 34;
const EVIDENCE_WIDTH = 76;

const COLOUR: Readonly<Record<Verdict, (text: string) => string>> = {
  passed: pc.green,
  failed: pc.red,
  flaky: pc.yellow,
  skipped: pc.dim,
  blocked: pc.magenta,
  unknown: pc.cyan,
};

/** The end of a run for the terminal: verdicts, what repairs have unlocked, causes best repair first. */
export function renderRun(run: RunRecord, outcome: RunOutcome): string {
  return [
    headline(run),
    ...(run.shard ? [renderShard(run.shard)] : []),
    ...renderShards(run),
    ...problems(run),
    ...renderMocks(run).map((line) => pc.yellow(line)),
    ...run.unlocked.map(
      ({ cause, promised, passed }) =>
        `${pc.green('unlocked')}  ${passed} of ${promised} tests that "${shorten(cause, 80)}" held back`,
    ),
    ...(run.causes.length > 0 ? [causesTable(run.causes)] : []),
    ...(outcome.note ? [pc.dim(outcome.note)] : []),
  ].join('\n');
}

/** Why the run is not whole, as much as fits. */
function problems({ problems: all = [] }: RunRecord): readonly string[] {
  const shown = all.slice(0, MOST_PROBLEMS).map(({ message }) => `${pc.red('not whole')}  ${shorten(message, 300)}`);
  return all.length > shown.length ? [...shown, `… and ${all.length - shown.length} more of these in run.json`] : shown;
}

function headline({ totals, durationMs }: RunRecord): string {
  const parts = VERDICTS.filter((verdict) => totals[verdict] > 0).map((verdict) =>
    COLOUR[verdict](`${totals[verdict]} ${verdict}`),
  );
  const head = `${totals.passed + totals.flaky} of ${totals.total} passed`;
  return `${pc.bold(head)} (${parts.join(', ')}) in ${(durationMs / 1000).toFixed(1)} s`;
}

/** As many causes as fit one screen: in full if they do, else in two lines each, else fewer of them. */
function causesTable(causes: readonly Cause[]): string {
  const shown = causes.slice(0, MOST_CAUSES);
  const full = tableOf(shown, evidenceOf);
  if (heightOf(full) <= SCREEN) return withRest(full, causes.length - shown.length);
  for (let count = shown.length; ; count -= 1) {
    const brief = tableOf(shown.slice(0, count), briefEvidenceOf);
    if (count <= 1 || heightOf(brief) <= SCREEN) return withRest(brief, causes.length - count);
  }
}

function tableOf(causes: readonly Cause[], tell: (cause: Cause) => string): string {
  const table = new Table({
    head: ['unlocks ≤', 'repair', 'evidence'],
    colWidths: [11, 26, EVIDENCE_WIDTH + 2],
    style: { head: [], border: [] },
    wordWrap: true,
  });
  for (const cause of causes) table.push([cause.unlocks, nameOf(cause), tell(cause)]);
  return table.toString();
}

function heightOf(text: string): number {
  return text.split('\n').length;
}

function withRest(table: string, rest: number): string {
  return rest > 0 ? `${table}\n… and ${rest} more causes in run.json` : table;
}

function nameOf(cause: Cause): string {
  return cause.service ?? cause.kind;
}

function evidenceOf(cause: Cause): string {
  const [first, ...others] = [cause.summary, ...cause.evidence.filter((line) => line !== cause.summary)];
  return [
    shorten(first ?? '', 220),
    ...(cause.kind === 'service' ? [] : others.slice(0, 2)),
    ...(cause.victims.length > 0 ? [`down only because of it: ${cause.victims.join(', ')}`] : []),
    ...cause.next.map(({ summary, tests }) => `next: ${summary} (${tests} of these tests)`),
  ].join('\n');
}

function briefEvidenceOf(cause: Cause): string {
  const place = cause.kind === 'service' ? undefined : cause.evidence[0];
  const behind = cause.next.map(({ summary, tests }) => `${summary} (${tests})`).join('; ');
  const second = behind ? `next: ${behind}` : place;
  return [cause.summary, ...(second ? [second] : [])].map((line) => shorten(line, EVIDENCE_WIDTH)).join('\n');
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
