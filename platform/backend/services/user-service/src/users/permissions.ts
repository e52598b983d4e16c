import { defaultRights, effectiveRights } from '@officina/shared/identity/rights';
import type { RightOverrides } from '@officina/shared/identity/rights';

import type { AuthUser } from '../authClient';
import type { UserKit } from '../kit';
import type { OnUser } from './change';
import { notOwnersRights } from './refusals';

/** The rights of a user, and where they come from. */
export function permissionsOf({ role, overrides }: AuthUser) {
  const effective = effectiveRights(role, overrides);
  return { role, defaults: [...defaultRights(role)], overrides, effective };
}

/** Grants or denies rights to a user, in place of what was decided before. */
export async function changePermissions(
  { store, auth }: UserKit,
  { caller, id }: OnUser,
  overrides: RightOverrides,
) {
  const key = { id, accountId: caller.accountId };
  const before = await auth.user(key);
  notOwnersRights(before);
  const after = await auth.change(key, { overrides });
  await store.audit.record(caller, {
    action: 'permissions.changed',
    target: { type: 'user', id, name: after.name },
    details: { from: before.overrides, to: after.overrides },
  });
  return permissionsOf(after);
}
