import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { readJsonLines } from '../data/json-lines';
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
  return readJsonLines(file) as LedgerEntry[]; // lines are written above
}
