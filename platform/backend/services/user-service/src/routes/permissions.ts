import { identity, requireRight, requireRole } from '@officina/shared/identity/guards';
import { defaultRights, effectiveRights, rightOverrides } from '@officina/shared/identity/rights';
import { createRoute, idParams, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { AuthUser } from '../authClient';
import type { UserKit } from '../kit';
import { permissions } from '../schema';
import { recordDeed } from '../store/audit';
import { notOwnersRights } from '../users/refusals';

const path = '/api/users/{id}/permissions';

const read = createRoute({
  method: 'get',
  path,
  summary: 'The rights of a user',
  middleware: requireRight('users'),
  request: { params: idParams },
  responses: { 200: jsonAnswer(permissions, 'The rights') },
});

const change = createRoute({
  method: 'put',
  path,
  summary: 'Grant or deny rights to a user',
  middleware: requireRole('owner'),
  request: { params: idParams, body: jsonBody(z.object({ overrides: rightOverrides })) },
  responses: { 200: jsonAnswer(permissions, 'The rights') },
});

function permissionsOf({ role, overrides }: AuthUser) {
  const effective = effectiveRights(role, overrides);
  return { role, defaults: [...defaultRights(role)], overrides, effective };
}

/** The rights of single users. */
export function addPermissions(api: Api, { db, auth }: UserKit): void {
  api.openapi(read, async (c) => {
    const key = { id: c.req.valid('param').id, accountId: identity(c).accountId };
    return c.json(permissionsOf(await auth.user(key)), 200);
  });
  api.openapi(change, async (c) => {
    const caller = identity(c);
    const { overrides } = c.req.valid('json');
    const key = { id: c.req.valid('param').id, accountId: caller.accountId };
    const before = await auth.user(key);
    notOwnersRights(before);
    const after = await auth.change(key, { overrides });
    await recordDeed(db, caller, {
      action: 'permissions.changed',
      target: { type: 'user', id: key.id, name: after.name },
      details: { from: before.overrides, to: after.overrides },
    });
    return c.json(permissionsOf(after), 200);
  });
}
