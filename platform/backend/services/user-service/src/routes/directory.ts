import { identity, requireUser } from '@officina/shared/identity/guards';
import type { Identity } from '@officina/shared/identity/identity';
import { role } from '@officina/shared/identity/rights';
import { createRoute, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { AuthUser } from '../authClient';
import type { UserKit } from '../kit';

const person = z.object({ id: z.uuid(), name: z.string(), role }).openapi('Person');

const list = createRoute({
  method: 'get',
  path: '/api/users/directory',
  summary: 'The active people of the account, for whoever writes to them or names them',
  middleware: requireUser,
  request: { query: z.object({ role: role.optional() }) },
  responses: { 200: jsonAnswer(z.object({ items: z.array(person) }), 'The people by name') },
});

// Who is treated at a pharmacy is nothing that its other patients may learn.
function mayKnow(reader: Identity, { id, role: theirs }: AuthUser): boolean {
  return reader.role !== 'patient' || theirs !== 'patient' || id === reader.userId;
}

/** The directory of people. */
export function addDirectory(api: Api, { auth }: UserKit): void {
  api.openapi(list, async (c) => {
    const reader = identity(c);
    const wanted = c.req.valid('query').role;
    const users = await auth.users(reader.accountId);
    const items = users
      .filter((user) => user.status === 'active' && (!wanted || user.role === wanted))
      .filter((user) => mayKnow(reader, user))
      .map((user) => ({ id: user.id, name: user.name, role: user.role }))
      .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
    return c.json({ items }, 200);
  });
}
