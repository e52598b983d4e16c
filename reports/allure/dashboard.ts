import type { LedgerEntry } from '../../support/ledger/ledger';
import { progressSvg } from '../../support/ledger/progress-svg';
import type { RunRecord } from '../../support/run/run-record';
import { bars, escaped, type Bar } from './bars';
import { shardsOf } from './metrics';
import { timeByArea } from './time-by-area';

/** How many runs of the ledger are drawn. */
const SHOWN_RUNS = 100;

/**
 * The dashboards that Allure's own charts cannot draw, as one page without scripts: the line that must go up,
 * causes and what their repair unlocks, time by area, and how evenly the shards finished.
 */
export function dashboard(run: RunRecord, ledger: readonly LedgerEntry[]): string {
  const parts = [progress(ledger), causes(run), areas(run), shards(run)].filter((part) => part !== '');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(run.platform)}</title></head>
<body style="font: 14px/1.4 sans-serif; max-width: 820px; margin: 16px auto; color: #1f2328; background: #fff">
${parts.join('\n')}
</body></html>
`;
}

function progress(ledger: readonly LedgerEntry[]): string {
  const shown = ledger.slice(-SHOWN_RUNS);
  const last = shown.at(-1);
  if (!last) return '';
  return part(`Passing, full run by full run: ${last.passed} of ${last.total}`, progressSvg(shown));
}

function causes(run: RunRecord): string {
  if (run.causes.length === 0) return '';
  const rows = run.causes.map(({ service, summary, unlocks }): Bar => ({
    name: service ? `${service}: ${summary}` : summary,
    value: unlocks,
    label: `unlocks up to ${unlocks}`,
    colour: '#cf222e',
  }));
  return part('Causes, best repair first', bars(rows));
}

function areas(run: RunRecord): string {
  const rows = timeByArea(run.tests).map(({ area, ms, tests }): Bar => ({
    name: area,
    value: ms,
    label: `${(ms / 1000).toFixed(1)} s, ${tests} ${tests === 1 ? 'test' : 'tests'}`,
    colour: '#0969da',
  }));
  return rows.length === 0 ? '' : part('Time by area', bars(rows));
}

function shards(run: RunRecord): string {
  const all = shardsOf(run);
  const [first] = all;
  if (!first) return '';
  const planned = first.plannedMs.map((ms, index): Bar => {
    const actual = all.find(({ current }) => current === index + 1)?.actualMs;
    const predicted = `predicted ${(ms / 1000).toFixed(1)} s`;
    return {
      name: `shard ${index + 1}`,
      value: actual ?? ms,
      label: actual === undefined ? predicted : `${(actual / 1000).toFixed(1)} s, ${predicted}`,
      colour: actual === undefined ? '#afb8c1' : '#8250df',
    };
  });
  return part(`Balance of ${first.total} shards, ${first.workers} workers each`, bars(planned));
}

function part(title: string, content: string): string {
  return `<h2 style="font-size: 16px; margin: 24px 0 8px">${escaped(title)}</h2>\n${content}`;
}
