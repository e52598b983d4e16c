import { identity, requireRight } from '@officina/shared/identity/guards';
import { createRoute, idParams, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { invitationLink } from '../authClient';
import type { UserKit } from '../kit';
import { newUser, user, userQuery } from '../schema';
import { inviteUser, renewInvitation } from '../users/invite';
import { oneUser, pageOf, usersOf } from '../users/merge';

const middleware = requireRight('users');
const link = invitationLink.openapi('InvitationLink');

const list = createRoute({
  method: 'get',
  path: '/api/users',
  summary: 'Search the users of the account',
  middleware,
  request: { query: userQuery },
  responses: {
    200: jsonAnswer(
      z.object({
        items: z.array(user),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
      'One page of users',
    ),
  },
});

const invite = createRoute({
  method: 'post',
  path: '/api/users',
  summary: 'Invite a user',
  middleware,
  request: { body: jsonBody(newUser) },
  responses: { 201: jsonAnswer(z.object({ user, invitation: link }), 'The invited user') },
});

const inviteAgain = createRoute({
  method: 'post',
  path: '/api/users/{id}/invitation',
  summary: 'Replace the invitation of a user',
  middleware,
  request: { params: idParams },
  responses: { 200: jsonAnswer(z.object({ invitation: link }), 'The new invitation') },
});

const read = createRoute({
  method: 'get',
  path: '/api/users/{id}',
  summary: 'One user',
  middleware,
  request: { params: idParams },
  responses: { 200: jsonAnswer(user, 'The user') },
});

/** Listing, reading and inviting users. */
export function addUsers(api: Api, kit: UserKit): void {
  api.openapi(list, async (c) => {
    const users = await usersOf(kit, identity(c).accountId);
    return c.json(pageOf(users, c.req.valid('query')), 200);
  });
  api.openapi(invite, async (c) =>
    c.json(await inviteUser(kit, identity(c), c.req.valid('json')), 201),
  );
  api.openapi(inviteAgain, async (c) =>
    c.json(await renewInvitation(kit, identity(c), c.req.valid('param').id), 200),
  );
  api.openapi(read, async (c) => {
    const key = { id: c.req.valid('param').id, accountId: identity(c).accountId };
    return c.json(await oneUser(kit, key), 200);
  });
}
