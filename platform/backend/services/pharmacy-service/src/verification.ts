import { Problem } from '@officina/shared/problems/problem';

import type { LocationUpdate } from './tables';

/** How far the office is with proving that a location is the pharmacy of its GLN. */
export const VERIFICATION_STATES = ['unverified', 'pending', 'verified', 'refused'] as const;

/** One of {@link VERIFICATION_STATES}. */
export type VerificationState = (typeof VERIFICATION_STATES)[number];

/** What the office decided. */
export type Decision =
  | { readonly outcome: 'verified' }
  | { readonly outcome: 'refused'; readonly reason: string };

/** What a row says of a verification that nobody asked for, or that ended. */
export const CLEARED = {
  verification_state: 'unverified',
  verification_reason: null,
  verification_requested_at: null,
  verification_decided_at: null,
} as const;

// What the office compared; afterwards it says nothing any more.
const PROVEN = ['name', 'street', 'postcode', 'city'] as const;

type Proven = Readonly<Record<(typeof PROVEN)[number], string>>;

function wrongState(detail: string): Problem {
  return new Problem({ status: 409, code: 'wrong-state' }, detail);
}

/** The problem of a GLN that another location is verified with. */
export function glnTaken(gln: string | null, cause?: unknown): Problem {
  const detail = `Another location is verified with the GLN ${gln}. Check the number.`;
  return new Problem({ status: 409, code: 'gln-taken' }, detail, { cause });
}

/** Asks the office. */
export function requested(state: VerificationState, gln: string): LocationUpdate {
  if (state === 'pending') {
    throw wrongState('The verification is under way already. Withdraw it to send another GLN.');
  }
  if (state === 'verified') throw wrongState('The location is verified already.');
  const now = new Date();
  return { ...CLEARED, verification_state: 'pending', gln, verification_requested_at: now };
}

/** Takes a request back before the office decides. */
export function withdrawn(state: VerificationState): LocationUpdate {
  if (state === 'pending') return { ...CLEARED, gln: null };
  throw wrongState('No verification is under way that could be withdrawn.');
}

/** Puts the office's decision down. */
export function decided(state: VerificationState, decision: Decision): LocationUpdate {
  if (state !== 'pending') throw wrongState('No verification is under way that could be decided.');
  return {
    verification_state: decision.outcome,
    verification_reason: decision.outcome === 'refused' ? decision.reason : null,
    verification_decided_at: new Date(),
  };
}

/** Ends a verification whose grounds change; its GLN stays for the next request. */
export function afterChange(
  before: Proven & { readonly verification: { readonly state: VerificationState } },
  wanted: Partial<Proven>,
): LocationUpdate {
  if (before.verification.state !== 'verified') return {};
  const holds = PROVEN.every((field) => (wanted[field] ?? before[field]) === before[field]);
  return holds ? {} : CLEARED;
}
