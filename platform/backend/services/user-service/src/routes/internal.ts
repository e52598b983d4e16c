import { auditEntry } from '@officina/shared/audit/entry';
import { role } from '@officina/shared/identity/rights';
import { createRoute, idParams, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { UserKit } from '../kit';
import { accountQuery } from '../schema';

const knownUser = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role,
  status: z.enum(['invited', 'active', 'deactivated']),
});

const readUser = createRoute({
  method: 'get',
  path: '/internal/users/{id}',
  summary: 'A user of an account',
  request: { params: idParams, query: accountQuery },
  responses: { 200: jsonAnswer(knownUser, 'The user') },
});

const addEntry = createRoute({
  method: 'post',
  path: '/internal/audit',
  summary: 'Hand in an entry of the audit log',
  request: { body: jsonBody(auditEntry) },
  responses: { 204: { description: 'Stored' } },
});

/** What other services ask and tell. */
export function addInternal(api: Api, { store, auth }: UserKit): void {
  api.openapi(readUser, async (c) => {
    const { accountId } = c.req.valid('query');
    const found = await auth.user({ id: c.req.valid('param').id, accountId });
    const { id, name, email, status } = found;
    return c.json({ id, name, email, role: found.role, status }, 200);
  });
  api.openapi(addEntry, async (c) => {
    await store.audit.keep(c.req.valid('json'));
    return c.body(null, 204);
  });
}
