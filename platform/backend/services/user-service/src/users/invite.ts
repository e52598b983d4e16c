import type { Identity } from '@officina/shared/identity/identity';
import type { z } from 'zod';

import type { UserKit } from '../kit';
import type { newUser } from '../schema';
import { oneUser } from './merge';

/** Invites a user; the link is known here alone. */
export async function inviteUser(
  kit: UserKit,
  caller: Identity,
  { phone, ...person }: z.output<typeof newUser>,
) {
  const { accountId } = caller;
  const wanted = { ...person, accountId, invitedBy: caller.userId };
  const { userId: id, invitation } = await kit.auth.invite(wanted);
  await kit.store.profiles.savePhone({ id, accountId }, phone);
  await kit.store.audit.record(caller, {
    action: 'user.invited',
    target: { type: 'user', id, name: person.name },
    details: { email: person.email, role: person.role },
  });
  return { user: await oneUser(kit, { id, accountId }), invitation };
}

/** Replaces the invitation of a user who has not come yet. */
export async function renewInvitation({ store, auth }: UserKit, caller: Identity, id: string) {
  const key = { id, accountId: caller.accountId };
  const { name } = await auth.user(key);
  const answer = await auth.inviteAgain(key);
  const target = { type: 'user', id, name };
  await store.audit.record(caller, { action: 'user.invitation-renewed', target });
  return answer;
}
