import { Problem } from '@officina/shared/problems/problem';

import { refuseIncomplete } from './publishing';
import type { Location, LocationChange } from './schema';
import type { LocationUpdate } from './tables';
import type { UserClient } from './userClient';
import { afterChange } from './verification';

/**
 * Refuses a manager who is none of the account's users.
 *
 * @throws Problem 422 `invalid-input`, or 503 when nobody can tell.
 */
export async function checkManager(
  users: Pick<UserClient, 'hasUser'>,
  accountId: string,
  managerId: string | null | undefined,
): Promise<void> {
  if (!managerId || (await users.hasUser(accountId, managerId))) return;
  const kind = { status: 422, code: 'invalid-input' } as const;
  throw new Problem(kind, 'The manager is not a user of this account.', {
    errors: [{ path: 'managerId', message: 'Not a user of this account' }],
  });
}

/**
 * What a wanted change does to a location.
 *
 * @throws Problem 409 `incomplete` when visitors could do nothing with it any more.
 */
export function updateOf(before: Location, wanted: LocationChange): LocationUpdate {
  const { managerId, openingHours, ...plain } = wanted;
  refuseIncomplete(before, { ...before, ...wanted });
  return {
    ...plain,
    ...(managerId === undefined ? {} : { manager_id: managerId }),
    ...(openingHours === undefined ? {} : { opening_hours: openingHours }),
    ...afterChange(before, wanted),
  };
}
