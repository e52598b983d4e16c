import type { Identity } from '@officina/shared/identity/identity';

import type { AuthUser } from '../authClient';
import type { UserKit } from '../kit';
import type { User, UserChange } from '../schema';
import { userOf } from './merge';
import { notTheOwner, notYourself, ownerOnly } from './refusals';

function refuseChange(caller: Identity, before: AuthUser, wanted: UserChange): void {
  if (before.role === 'owner') ownerOnly(caller, 'change an owner');
  if (wanted.email !== undefined && wanted.email !== before.email) {
    ownerOnly(caller, 'change e-mail addresses');
  }
  if (wanted.role === undefined || wanted.role === before.role) return;
  ownerOnly(caller, 'change roles');
  notTheOwner(before, 'change the role of');
}

async function recordChange(
  { store: { audit } }: UserKit,
  caller: Identity,
  { before, after }: { readonly before: User; readonly after: User },
): Promise<void> {
  const target = { type: 'user', id: after.id, name: after.name };
  const fields = (['name', 'email', 'phone'] as const).filter(
    (field) => before[field] !== after[field],
  );
  if (fields.length > 0) {
    const details = Object.fromEntries(
      fields.map((field) => [field, { from: before[field], to: after[field] }]),
    );
    await audit.record(caller, { action: 'user.updated', target, details });
  }
  if (before.role !== after.role) {
    const details = { from: before.role, to: after.role };
    await audit.record(caller, { action: 'user.role-changed', target, details });
  }
}

/** What a caller does to a user of the own account. */
export interface OnUser {
  readonly caller: Identity;
  readonly id: string;
}

/** Changes a user. */
export async function changeUser(kit: UserKit, { caller, id }: OnUser, wanted: UserChange): Promise<User> {
  const { store, auth } = kit;
  const key = { id, accountId: caller.accountId };
  const [known, oldPhone] = await Promise.all([auth.user(key), store.profiles.phoneOf(id)]);
  refuseChange(caller, known, wanted);
  const { phone = oldPhone, ...signInSide } = wanted;
  // The e-mail address can be refused as taken, so it comes before anything is stored here.
  const changed = Object.keys(signInSide).length > 0 ? await auth.change(key, signInSide) : known;
  if (phone !== oldPhone) await store.profiles.savePhone(key, phone);
  const after = userOf(changed, phone);
  await recordChange(kit, caller, { before: userOf(known, oldPhone), after });
  return after;
}

/** Activates or deactivates a user; whoever is deactivated is signed out. */
export async function switchUser(
  { store, auth }: UserKit,
  { caller, id }: OnUser,
  status: 'active' | 'deactivated',
): Promise<User> {
  const key = { id, accountId: caller.accountId };
  const verb = status === 'active' ? 'activate' : 'deactivate';
  notYourself(caller, id, verb);
  notTheOwner(await auth.user(key), verb);
  const changed = await auth.change(key, { status });
  const target = { type: 'user', id, name: changed.name };
  const action = status === 'active' ? 'user.activated' : 'user.deactivated';
  await store.audit.record(caller, { action, target });
  return userOf(changed, await store.profiles.phoneOf(id));
}

/** Deletes a user. */
export async function removeUser({ store, auth }: UserKit, { caller, id }: OnUser): Promise<void> {
  const key = { id, accountId: caller.accountId };
  notYourself(caller, id, 'delete');
  const known = await auth.user(key);
  notTheOwner(known, 'delete');
  await auth.remove(key);
  await store.profiles.remove(id);
  const target = { type: 'user', id, name: known.name };
  await store.audit.record(caller, { action: 'user.deleted', target, details: { email: known.email } });
}
