import {
  createRoute,
  idParams,
  instant,
  jsonAnswer,
  jsonBody,
  z,
} from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { AuthKit } from '../kit';
import { accountOf, accountUserOf } from '../people';
import { accountChange, eventsQuery } from '../requests';
import { accountUser, language } from '../schema';
import { findAccount, updateAccount } from '../store/accounts';
import { eventsAfter } from '../store/events';
import { listOfAccount } from '../store/users';

const accountPath = '/internal/accounts/{id}';
const params = { params: idParams };

const account = z.object({ id: z.uuid(), name: z.string(), language, createdAt: instant });

const event = z.object({
  id: z.number().int(),
  at: instant,
  userId: z.uuid().nullable(),
  userName: z.string(),
  action: z.string(),
  details: z.record(z.string(), z.unknown()),
});

const read = createRoute({
  method: 'get',
  path: accountPath,
  summary: 'One account',
  request: params,
  responses: { 200: jsonAnswer(account, 'The account') },
});

const change = createRoute({
  method: 'patch',
  path: accountPath,
  summary: 'Change an account',
  request: {
    ...params,
    body: jsonBody(accountChange),
  },
  responses: { 200: jsonAnswer(account, 'The account') },
});

const users = createRoute({
  method: 'get',
  path: `${accountPath}/users`,
  summary: 'All users of an account',
  request: params,
  responses: { 200: jsonAnswer(z.array(accountUser), 'The users') },
});

const events = createRoute({
  method: 'get',
  path: `${accountPath}/events`,
  summary: 'What happened in an account after an event, for the audit log',
  request: { ...params, query: eventsQuery },
  responses: { 200: jsonAnswer(z.array(event), 'Events by number') },
});

/** Accounts, for user-service. */
export function addInternalAccounts(api: Api, { db }: AuthKit): void {
  api.openapi(read, async (c) =>
    c.json(accountOf(await findAccount(db, c.req.valid('param').id)), 200),
  );
  api.openapi(change, async (c) => {
    const row = await updateAccount(db, c.req.valid('param').id, c.req.valid('json'));
    return c.json(accountOf(row), 200);
  });
  api.openapi(users, async (c) => {
    const rows = await listOfAccount(db, c.req.valid('param').id);
    return c.json(rows.map(accountUserOf), 200);
  });
  api.openapi(events, async (c) => {
    const rows = await eventsAfter(db, c.req.valid('param').id, c.req.valid('query').after);
    const found = rows.map((row) => ({
      id: Number(row.id),
      at: row.at.toISOString(),
      userId: row.user_id,
      userName: row.user_name,
      action: row.action,
      details: { ...row.details },
    }));
    return c.json(found, 200);
  });
}
