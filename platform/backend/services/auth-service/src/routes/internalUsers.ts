import { assignableRole, rightOverrides } from '@officina/shared/identity/rights';
import { notFound, Problem } from '@officina/shared/problems/problem';
import { createRoute, idParams, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import type { Updateable } from 'kysely';

import type { AuthKit, Db } from '../kit';
import { accountUser, displayName, email, invitationLink } from '../schema';
import type { AccountUser } from '../schema';
import { renewInvitation } from '../store/invitations';
import { revokeSessions } from '../store/sessions';
import { findById, insertUser, rightsNow, updateUser } from '../store/users';
import type { UserWithAccount } from '../store/users';
import type { AuthTables } from '../tables';

const userPath = '/internal/users/{id}';
const withinAccount = { params: idParams, query: z.object({ accountId: z.uuid().optional() }) };

const newUser = z.object({
  accountId: z.uuid(),
  email,
  name: displayName,
  role: assignableRole,
  invitedBy: z.uuid(),
});

const userChange = z.object({
  name: displayName.optional(),
  email: email.optional(),
  role: assignableRole.optional(),
  status: z.enum(['active', 'deactivated']).optional(),
  overrides: rightOverrides.optional(),
});

const create = createRoute({
  method: 'post',
  path: '/internal/users',
  summary: 'Add an invited user',
  request: { body: jsonBody(newUser) },
  responses: {
    201: jsonAnswer(z.object({ userId: z.uuid(), invitation: invitationLink }), 'The invitation'),
  },
});

const invite = createRoute({
  method: 'post',
  path: `${userPath}/invitation`,
  summary: 'Replace the invitation of a user',
  request: withinAccount,
  responses: { 200: jsonAnswer(z.object({ invitation: invitationLink }), 'The invitation') },
});

const read = createRoute({
  method: 'get',
  path: userPath,
  summary: 'One user',
  request: withinAccount,
  responses: { 200: jsonAnswer(accountUser, 'The user') },
});

const change = createRoute({
  method: 'patch',
  path: userPath,
  summary: 'Change a user',
  request: { ...withinAccount, body: jsonBody(userChange) },
  responses: { 200: jsonAnswer(accountUser, 'The user') },
});

const remove = createRoute({
  method: 'delete',
  path: userPath,
  summary: 'Delete a user',
  request: withinAccount,
  responses: { 204: { description: 'Deleted' } },
});

/** A user's row in the form for other services. */
export function accountUserOf(user: UserWithAccount): AccountUser {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    status: user.status,
    mfaEnabled: user.mfa_enabled,
    lastSignInAt: user.last_sign_in_at?.toISOString() ?? null,
    createdAt: user.created_at.toISOString(),
    overrides: user.overrides,
    rights: rightsNow(user),
  };
}

async function userWithin(db: Db, id: string, accountId?: string): Promise<UserWithAccount> {
  const user = await findById(db, id);
  if (!user || (accountId !== undefined && user.account_id !== accountId)) throw notFound('user');
  return user;
}

async function newLink({ settings }: AuthKit, db: Db, userId: string) {
  const { token, expiresAt } = await renewInvitation(db, userId);
  const url = `${settings.APP_URL}/invitation/${token}`;
  return { token, url, expiresAt: expiresAt.toISOString() };
}

function columns(
  user: UserWithAccount,
  { overrides, status, ...plain }: z.output<typeof userChange>,
): Updateable<AuthTables['users']> {
  // Who never set a password is back at being invited.
  const active = user.password_hash === null ? 'invited' : 'active';
  return {
    ...plain,
    ...(overrides === undefined ? {} : { overrides: JSON.stringify(overrides) }),
    ...(status === undefined ? {} : { status: status === 'active' ? active : status }),
  };
}

function addInviting(api: Api, kit: AuthKit): void {
  const { db } = kit;
  api.openapi(create, async (c) => {
    const { accountId, invitedBy: _, ...person } = c.req.valid('json');
    const answer = await db.transaction().execute(async (trx) => {
      const userId = await insertUser(trx, { ...person, account_id: accountId, status: 'invited' });
      return { userId, invitation: await newLink(kit, trx, userId) };
    });
    return c.json(answer, 201);
  });
  api.openapi(invite, async (c) => {
    const user = await userWithin(db, c.req.valid('param').id, c.req.valid('query').accountId);
    if (user.status !== 'invited') {
      const detail = 'Only users who have not accepted their invitation can be invited again.';
      throw new Problem({ status: 409, code: 'not-invited' }, detail);
    }
    const invitation = await db.transaction().execute((trx) => newLink(kit, trx, user.id));
    return c.json({ invitation }, 200);
  });
}

/** Users, for user-service. */
export function addInternalUsers(api: Api, kit: AuthKit): void {
  const { db } = kit;
  addInviting(api, kit);
  api.openapi(read, async (c) => {
    const user = await userWithin(db, c.req.valid('param').id, c.req.valid('query').accountId);
    return c.json(accountUserOf(user), 200);
  });
  api.openapi(change, async (c) => {
    const input = c.req.valid('json');
    const user = await userWithin(db, c.req.valid('param').id, c.req.valid('query').accountId);
    await db.transaction().execute(async (trx) => {
      await updateUser(trx, user.id, columns(user, input));
      if (input.status === 'deactivated') await revokeSessions(trx, { userId: user.id });
    });
    return c.json(accountUserOf(await userWithin(db, user.id)), 200);
  });
  api.openapi(remove, async (c) => {
    const user = await userWithin(db, c.req.valid('param').id, c.req.valid('query').accountId);
    await db.deleteFrom('users').where('id', '=', user.id).execute();
    return c.body(null, 204);
  });
}
