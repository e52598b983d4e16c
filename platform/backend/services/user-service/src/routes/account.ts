import { identity, requireRole, requireUser } from '@officina/shared/identity/guards';
import { createRoute, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { changeAccount, readAccount } from '../account/settings';
import type { UserKit } from '../kit';
import { account, accountChange } from '../schema';

const read = createRoute({
  method: 'get',
  path: '/api/account',
  summary: 'The settings of the account',
  middleware: requireUser,
  responses: { 200: jsonAnswer(account, 'The settings') },
});

const change = createRoute({
  method: 'patch',
  path: '/api/account',
  summary: 'Change the settings of the account',
  middleware: requireRole('owner'),
  request: { body: jsonBody(accountChange) },
  responses: { 200: jsonAnswer(account, 'The settings') },
});

/** The settings of the account. */
export function addAccount(api: Api, kit: UserKit): void {
  api.openapi(read, async (c) => c.json(await readAccount(kit, identity(c)), 200));
  api.openapi(change, async (c) =>
    c.json(await changeAccount(kit, identity(c), c.req.valid('json')), 200),
  );
}
