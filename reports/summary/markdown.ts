import type { RunOutcome } from '../../support/run/exit-policy';
import type { RunRecord } from '../../support/run/run-record';
import { realTests, renderMocks } from './mocks';
import { renderShard, renderShards } from './shard';
import { VERDICTS } from '../../support/verdict/verdict';

/** The end of a run as Markdown, for a pull request or a CI's summary page. */
export function renderMarkdown(run: RunRecord, outcome: RunOutcome): string {
  const { totals } = run;
  const verdicts = VERDICTS.filter((verdict) => totals[verdict] > 0).map((one) => `${totals[one]} ${one}`);
  const lines = [
    `## ${run.platform}: ${totals.passed + totals.flaky} of ${totals.total} passed`,
    '',
    `${verdicts.join(', ')} in ${(run.durationMs / 1000).toFixed(1)} s. ${outcome.note ?? ''}`.trim(),
    ...(run.shard ? ['', `${renderShard(run.shard)}.`] : []),
    ...list(renderShards(run)),
    ...list((run.problems ?? []).map(({ message }) => `**not whole**: ${cell(message)}`)),
    ...renderMocks(run).flatMap((line) => ['', line]),
    ...causes(run),
    ...services(run),
    ...skippedForReal(run),
  ];
  return `${lines.join('\n')}\n`;
}

function list(lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ['', ...lines.map((line) => `- ${line}`)] : [];
}

function causes(run: RunRecord): readonly string[] {
  if (run.causes.length === 0) return [];
  const rows = run.causes.map(({ unlocks, service, kind, summary, next }) => {
    const behind = next.map((one) => `next: ${one.summary} (${one.tests})`);
    return `| ${unlocks} | ${cell(service ?? kind)} | ${cell([summary, ...behind].join('; '))} |`;
  });
  return ['', '| unlocks at most | repair | evidence |', '| ---: | --- | --- |', ...rows];
}

function services(run: RunRecord): readonly string[] {
  const rows = run.services.map(
    ({ name, launcher, readiness }) => `| ${cell(name)} | ${launcher} | ${readiness.state} |`,
  );
  return ['', '| service | launcher | readiness |', '| --- | --- | --- |', ...rows];
}

function skippedForReal(run: RunRecord): readonly string[] {
  const rows = realTests(run).map(({ title, needsReal }) => `| ${cell(title)} | ${needsReal.join(', ')} |`);
  return rows.length === 0 ? [] : ['', '| skipped test | needs the real |', '| --- | --- |', ...rows];
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
