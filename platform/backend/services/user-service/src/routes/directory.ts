import { identity, requireUser } from '@officina/shared/identity/guards';
import { createRoute, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { UserKit } from '../kit';
import { directoryQuery, person } from '../schema';
import { directoryFor } from '../users/directory';

const list = createRoute({
  method: 'get',
  path: '/api/users/directory',
  summary: 'The active people of the account, for whoever writes to them or names them',
  middleware: requireUser,
  request: { query: directoryQuery },
  responses: { 200: jsonAnswer(z.object({ items: z.array(person) }), 'The people by name') },
});

/** The directory of people. */
export function addDirectory(api: Api, kit: UserKit): void {
  api.openapi(list, async (c) => {
    const items = await directoryFor(kit, identity(c), c.req.valid('query').role);
    return c.json({ items }, 200);
  });
}
