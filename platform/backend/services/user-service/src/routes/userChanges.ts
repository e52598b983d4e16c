import { identity, requireRight, requireRole } from '@officina/shared/identity/guards';
import type { Identity } from '@officina/shared/identity/identity';
import { createRoute, idParams, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { AuthUser } from '../authClient';
import type { UserKit } from '../kit';
import { user, userChange } from '../schema';
import type { User, UserChange } from '../schema';
import { recordDeed } from '../store/audit';
import { phoneOf, removeProfile, savePhone } from '../store/profiles';
import { userOf } from '../users/merge';
import { notTheOwner, notYourself, ownerOnly } from '../users/refusals';

const request = { params: idParams };

const change = createRoute({
  method: 'patch',
  path: '/api/users/{id}',
  summary: 'Change a user',
  middleware: requireRight('users'),
  request: { ...request, body: jsonBody(userChange) },
  responses: { 200: jsonAnswer(user, 'The user') },
});

const deactivate = createRoute({
  method: 'post',
  path: '/api/users/{id}/deactivate',
  summary: 'Deactivate a user and end the sessions',
  middleware: requireRight('users'),
  request,
  responses: { 200: jsonAnswer(user, 'The user') },
});

const activate = createRoute({
  method: 'post',
  path: '/api/users/{id}/activate',
  summary: 'Activate a user again',
  middleware: requireRight('users'),
  request,
  responses: { 200: jsonAnswer(user, 'The user') },
});

const remove = createRoute({
  method: 'delete',
  path: '/api/users/{id}',
  summary: 'Delete a user',
  middleware: requireRole('owner'),
  request,
  responses: { 204: { description: 'Deleted' } },
});

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
  { db }: UserKit,
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
    await recordDeed(db, caller, { action: 'user.updated', target, details });
  }
  if (before.role !== after.role) {
    const details = { from: before.role, to: after.role };
    await recordDeed(db, caller, { action: 'user.role-changed', target, details });
  }
}

function addChange(api: Api, kit: UserKit): void {
  const { db, auth } = kit;
  api.openapi(change, async (c) => {
    const caller = identity(c);
    const wanted = c.req.valid('json');
    const key = { id: c.req.valid('param').id, accountId: caller.accountId };
    const [known, oldPhone] = await Promise.all([auth.user(key), phoneOf(db, key.id)]);
    refuseChange(caller, known, wanted);
    const { phone = oldPhone, ...signInSide } = wanted;
    // The e-mail address can be refused as taken, so it comes before anything is stored here.
    const changed = Object.keys(signInSide).length > 0 ? await auth.change(key, signInSide) : known;
    if (phone !== oldPhone) await savePhone(db, key, phone);
    const after = userOf(changed, phone);
    await recordChange(kit, caller, { before: userOf(known, oldPhone), after });
    return c.json(after, 200);
  });
}

function addStatus(api: Api, { db, auth }: UserKit): void {
  const switchTo = async (
    caller: Identity,
    id: string,
    status: 'active' | 'deactivated',
  ): Promise<User> => {
    const key = { id, accountId: caller.accountId };
    const verb = status === 'active' ? 'activate' : 'deactivate';
    notYourself(caller, id, verb);
    notTheOwner(await auth.user(key), verb);
    const changed = await auth.change(key, { status });
    const target = { type: 'user', id, name: changed.name };
    const action = status === 'active' ? 'user.activated' : 'user.deactivated';
    await recordDeed(db, caller, { action, target });
    return userOf(changed, await phoneOf(db, id));
  };
  api.openapi(deactivate, async (c) =>
    c.json(await switchTo(identity(c), c.req.valid('param').id, 'deactivated'), 200),
  );
  api.openapi(activate, async (c) =>
    c.json(await switchTo(identity(c), c.req.valid('param').id, 'active'), 200),
  );
}

/** Changing, deactivating and deleting users. */
export function addUserChanges(api: Api, kit: UserKit): void {
  const { db, auth } = kit;
  addChange(api, kit);
  addStatus(api, kit);
  api.openapi(remove, async (c) => {
    const caller = identity(c);
    const key = { id: c.req.valid('param').id, accountId: caller.accountId };
    notYourself(caller, key.id, 'delete');
    const known = await auth.user(key);
    notTheOwner(known, 'delete');
    await auth.remove(key);
    await removeProfile(db, key.id);
    const target = { type: 'user', id: key.id, name: known.name };
    const details = { email: known.email };
    await recordDeed(db, caller, { action: 'user.deleted', target, details });
    return c.body(null, 204);
  });
}
