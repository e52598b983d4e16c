import { Problem } from '@officina/shared/problems/problem';

/** Where a consultation can stand. */
export const STATES = ['booked', 'open', 'ended', 'cancelled'] as const;

/** One of {@link STATES}. */
export type State = (typeof STATES)[number];

/** What is possible in some states only. */
export type Step = 'consent' | 'cancel' | 'join' | 'chat' | 'write notes' | 'end';

const POSSIBLE_IN: Readonly<Record<Step, readonly State[]>> = {
  consent: ['booked', 'open'],
  cancel: ['booked'],
  join: ['booked', 'open'],
  chat: ['booked', 'open'],
  'write notes': ['booked', 'open', 'ended'],
  end: ['open'],
};

/** Refuses what is not possible in the state that the consultation is in. */
export function requireState({ state }: { readonly state: State }, step: Step): void {
  const allowed = POSSIBLE_IN[step];
  if (allowed.includes(state)) return;
  const states = allowed.map((name) => `"${name}"`).join(' or ');
  const detail = `The consultation is "${state}"; "${step}" is possible only in ${states}.`;
  throw new Problem({ status: 409, code: 'wrong-state' }, detail);
}
