import Table from 'cli-table3';
import { Command } from 'commander';
import { writeFileSync } from 'node:fs';
import pc from 'picocolors';
import { causesBetween, type LedgerEntry, type Share } from '../ledger/ledger';
import { ledgerPath, readLedger } from '../ledger/ledger-file';
import { progressSvg } from '../ledger/progress-svg';
import { loadPlatform } from './load-platform';

const SHOWN = 15;

/** `groundwork progress`: tests passing, of total, run by run and by area. */
export function progressCommand(): Command {
  return new Command('progress')
    .description('show how many tests pass, of how many, run by run')
    .option('--svg <file>', 'draw the line into a file')
    .action(({ svg }: { svg?: string }) => {
      const entries = readLedger(ledgerPath(loadPlatform().root));
      if (entries.length === 0) return console.log('The ledger is empty: a full run writes its first line.');
      console.log(runsTable(entries));
      console.log(areasTable(entries));
      if (svg) writeFileSync(svg, progressSvg(entries));
    });
}

function runsTable(entries: readonly LedgerEntry[]): string {
  const table = new Table({ head: ['run', 'passing', 'of', '%', 'change', 'causes that came and went'], style: { head: [], border: [] } });
  const first = Math.max(entries.length - SHOWN, 0);
  entries.slice(first).forEach((entry, index) => {
    const before = entries[first + index - 1];
    const { came, went } = causesBetween(before, entry);
    const causes = [...came.map((one) => pc.red(`+ ${one.slice(0, 60)}`)), ...went.map((one) => pc.green(`- ${one.slice(0, 60)}`))];
    table.push([entry.at.slice(0, 16).replace('T', ' '), entry.passed, entry.total, percent(entry), change(before, entry), causes.slice(0, 6).join('\n')]);
  });
  return table.toString();
}

function areasTable(entries: readonly LedgerEntry[]): string {
  const now = entries.at(-1);
  const before = entries.at(-2);
  const table = new Table({ head: ['area', 'passing', 'of', '%', 'change'], style: { head: [], border: [] } });
  for (const [area, share] of Object.entries(now?.areas ?? {})) {
    table.push([area, share.passed, share.total, percent(share), change(before?.areas[area], share)]);
  }
  return table.toString();
}

function percent({ passed, total }: Share): string {
  return total === 0 ? '–' : ((passed / total) * 100).toFixed(1);
}

function change(before: Share | undefined, now: Share): string {
  if (!before) return '';
  const difference = now.passed - before.passed;
  return difference > 0 ? `+${difference}` : String(difference);
}
