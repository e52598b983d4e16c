import { Problem } from '@officina/shared/problems/problem';

import { majorFindings } from './checks/findings';
import type { Findings } from './checks/findings';
import type { ReservationRequest } from './peers/inventory';
import type { Step } from './states';
import type { PrescriptionRow } from './tables';

/** A step that somebody wants a prescription to take. */
export type WantedStep =
  | { readonly step: 'review' | 'dispense' }
  | { readonly step: 'reject'; readonly reason: string }
  | { readonly step: 'approve'; readonly overrideReason: string | undefined };

/** What a step changes besides the state, and what the history tells of it. */
export interface Outcome {
  readonly change: { readonly rejection?: string; readonly reservation_id?: string | null };
  readonly details?: Readonly<Record<string, unknown>>;
}

/** How the history calls a step that was taken. */
export const PAST: Readonly<Record<Step, string>> = {
  review: 'review-started',
  approve: 'approved',
  reject: 'rejected',
  dispense: 'dispensed',
};

function refuse(code: string, detail: string): Problem {
  return new Problem({ status: 409, code }, detail);
}

/** Refuses to approve what has no medicine yet. */
export function requireLines({ number, lines }: PrescriptionRow): void {
  if (lines.length > 0) return;
  throw refuse('no-lines', `${number} has no medicine yet. Add its lines first.`);
}

/**
 * What the history tells of an approval in spite of findings; nothing when there are none.
 *
 * @throws Problem 409 `unsafe` when nobody answers for a major finding.
 */
export function overrideOf(row: PrescriptionRow, findings: Findings, reason: string | undefined) {
  const faults = majorFindings(findings);
  if (faults.length === 0) return {};
  if (reason !== undefined) return { override: reason, findings: faults };
  const detail = `${row.number} is not safe: ${faults.join(' ')} Give a reason to override this.`;
  throw refuse('unsafe', detail);
}

/** The stock that an approval holds back; nothing when no line is of the inventory. */
export function stockFor(row: PrescriptionRow): ReservationRequest | undefined {
  const lines = row.lines.flatMap(({ itemId, quantity }) =>
    itemId === null ? [] : { itemId, quantity },
  );
  if (lines.length === 0) return undefined;
  return { accountId: row.account_id, reference: row.number, lines };
}
