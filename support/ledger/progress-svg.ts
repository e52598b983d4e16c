import type { LedgerEntry } from './ledger';

const WIDTH = 800;
const HEIGHT = 240;
const MARGIN = 40;

/** The ledger as a picture: the share of tests that pass, run by run. */
export function progressSvg(entries: readonly LedgerEntry[]): string {
  const points = entries.map((entry, index) => ({ ...place(entry, index, entries.length), entry }));
  const line = points.map(({ x, y }) => `${x},${y}`).join(' ');
  const dots = points.map(({ x, y, entry }) => dot(x, y, entry)).join('\n');
  const grid = [0, 25, 50, 75, 100].map(gridLine).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11" role="img" aria-label="Tests passing, run by run">
<rect width="100%" height="100%" fill="#fff"/>
${grid}
<polyline points="${line}" fill="none" stroke="#1a7f37" stroke-width="2"/>
${dots}
</svg>
`;
}

function place(entry: LedgerEntry, index: number, count: number): { x: number; y: number } {
  const share = entry.total > 0 ? entry.passed / entry.total : 0;
  const step = count > 1 ? (WIDTH - 2 * MARGIN) / (count - 1) : 0;
  return { x: Math.round(MARGIN + index * step), y: Math.round(yOf(share * 100)) };
}

function yOf(percent: number): number {
  return HEIGHT - MARGIN - ((HEIGHT - 2 * MARGIN) * percent) / 100;
}

function dot(x: number, y: number, { at, passed, total }: LedgerEntry): string {
  const title = `<title>${at}: ${passed} of ${total}</title>`;
  return `<circle cx="${x}" cy="${y}" r="3" fill="#1a7f37">${title}</circle>`;
}

function gridLine(percent: number): string {
  const y = yOf(percent);
  return `<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${y}" y2="${y}" stroke="#ddd"/><text x="4" y="${y + 4}" fill="#555">${percent}%</text>`;
}
