import type { AuditItem } from './query';

// A spreadsheet takes text that starts so for a formula and would run it.
const FORMULA_START = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const harmless = FORMULA_START.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

const row = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`;

/** The head line of the export. */
export const CSV_HEAD = row(['at', 'actor', 'action', 'target type', 'target', 'details']);

/** An entry as a line of the export. */
export function csvLine({ at, actor, action, target, details }: AuditItem): string {
  const about = [target?.type ?? '', target?.name ?? ''];
  const more = Object.keys(details).length === 0 ? '' : JSON.stringify(details);
  return row([at, actor.name, action, ...about, more]);
}
