import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LedgerEntry } from './ledger';

/** The ledger's file below the manifest's folder. */
export function ledgerPath(root: string): string {
  return path.join(root, 'reports', 'history', 'ledger.jsonl');
}

/** Appends a run to the ledger. */
export function appendToLedger(file: string, entry: LedgerEntry): void {
  mkdirSync(path.dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(entry)}\n`);
}

/** All runs of the ledger, oldest first; lines that cannot be read are left out. */
export function readLedger(file: string): readonly LedgerEntry[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => {
    try {
      return line ? [JSON.parse(line) as LedgerEntry] : []; // lines are written above
    } catch {
      return [];
    }
  });
}
