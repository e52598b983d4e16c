import type { Identity } from '@officina/shared/identity/identity';
import { Problem } from '@officina/shared/problems/problem';

/** Whom an author wants in a thread: everybody that is named, once, but the author. */
export function invitedBy({ userId }: Identity, participantIds: readonly string[]): readonly string[] {
  return [...new Set(participantIds)].filter((id) => id !== userId);
}

/**
 * Refuses a thread with nobody else in it, or with people of other accounts; `known` are those of the
 * invited who are not.
 *
 * @throws Problem 422 `invalid-input`.
 */
export function refuseStrangers(invited: readonly string[], known: readonly string[]): void {
  if (known.length > 0 && known.length === invited.length) return;
  const message = invited.length > 0 ? 'Not a user of this account' : 'Somebody else must take part';
  const detail = `The input is not valid. participantIds: ${message}`;
  throw new Problem({ status: 422, code: 'invalid-input' }, detail, {
    errors: [{ path: 'participantIds', message }],
  });
}
