import { Problem } from '@officina/shared/problems/problem';

/** Where a prescription can stand. */
export const STATES = ['received', 'in-review', 'approved', 'rejected', 'dispensed'] as const;

/** One of {@link STATES}. */
export type State = (typeof STATES)[number];

/** What moves a prescription to another state. */
export type Step = 'review' | 'approve' | 'reject' | 'dispense';

/** What is possible in some states only. */
export type StateBound = Step | 'edit' | 'label';

const POSSIBLE_IN: Readonly<Record<StateBound, readonly State[]>> = {
  edit: ['received', 'in-review'],
  review: ['received'],
  approve: ['in-review'],
  reject: ['received', 'in-review', 'approved'],
  dispense: ['approved'],
  label: ['approved', 'dispensed'],
};

/** The state each step leads to. */
export const LEADS_TO: Readonly<Record<Step, State>> = {
  review: 'in-review',
  approve: 'approved',
  reject: 'rejected',
  dispense: 'dispensed',
};

/** Refuses what is not possible in the state the prescription is in. */
export function requireState(
  { number, state }: { readonly number: string; readonly state: State },
  what: StateBound,
): void {
  const allowed = POSSIBLE_IN[what];
  if (allowed.includes(state)) return;
  const states = allowed.map((name) => `"${name}"`).join(' or ');
  const detail = `${number} is "${state}"; "${what}" is possible only in ${states}.`;
  throw new Problem({ status: 409, code: 'wrong-state' }, detail);
}
