import { notFound, Problem } from '@officina/shared/problems/problem';
import { createRoute, idParams, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import type { Updateable } from 'kysely';

import type { AuthKit, Db } from '../kit';
import { accountUserOf, activeStatus } from '../people';
import type { UserWithAccount } from '../people';
import { newUser, userChange, withinAccount } from '../requests';
import { accountUser, invitationLink } from '../schema';
import { renewInvitation } from '../store/invitations';
import { revokeSessions } from '../store/sessions';
import { findById, insertUser, updateUser } from '../store/users';
import type { AuthTables } from '../tables';

const userPath = '/internal/users/{id}';
const oneUser = { params: idParams, query: withinAccount };

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
  request: oneUser,
  responses: { 200: jsonAnswer(z.object({ invitation: invitationLink }), 'The invitation') },
});

const read = createRoute({
  method: 'get',
  path: userPath,
  summary: 'One user',
  request: oneUser,
  responses: { 200: jsonAnswer(accountUser, 'The user') },
});

const change = createRoute({
  method: 'patch',
  path: userPath,
  summary: 'Change a user',
  request: { ...oneUser, body: jsonBody(userChange) },
  responses: { 200: jsonAnswer(accountUser, 'The user') },
});

const remove = createRoute({
  method: 'delete',
  path: userPath,
  summary: 'Delete a user',
  request: oneUser,
  responses: { 204: { description: 'Deleted' } },
});

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
  return {
    ...plain,
    ...(overrides === undefined ? {} : { overrides: JSON.stringify(overrides) }),
    ...(status === undefined ? {} : { status: status === 'active' ? activeStatus(user) : status }),
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
