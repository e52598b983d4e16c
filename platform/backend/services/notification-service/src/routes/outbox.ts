import { identity, requireRole } from '@officina/shared/identity/guards';
import { createRoute, jsonAnswer } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { NotificationKit } from '../kit';
import { mail, mailQuery, pageOf } from '../schema';
import { listMails } from '../store/mails';

const list = createRoute({
  method: 'get',
  path: '/api/outbox',
  summary: 'The e-mails that went out to people of the account',
  middleware: requireRole('owner'),
  request: { query: mailQuery },
  responses: { 200: jsonAnswer(pageOf(mail), 'One page of e-mails, newest first') },
});

/** The outbox of e-mails. */
export function addOutbox(api: Api, { db }: NotificationKit): void {
  api.openapi(list, async (c) =>
    c.json(await listMails(db, identity(c).accountId, c.req.valid('query')), 200),
  );
}
