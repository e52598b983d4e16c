import { numberedNotice } from '@officina/shared/client/notice';
import { createRoute, jsonAnswer, jsonBody, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { NotificationKit } from '../kit';
import { newMail } from '../schema';
import { mailTo } from '../store/mails';
import { tellUsers } from '../store/notifications';

const notify = createRoute({
  method: 'post',
  path: '/internal/notifications',
  summary: 'Tell users of an account something; the same id twice is told once',
  request: { body: jsonBody(numberedNotice.openapi('Notice')) },
  responses: {
    201: jsonAnswer(z.object({ delivered: z.number().int() }), 'How many users it was new to'),
  },
});

const send = createRoute({
  method: 'post',
  path: '/internal/mails',
  summary: 'Send an e-mail',
  request: { body: jsonBody(newMail) },
  responses: { 201: jsonAnswer(z.object({ id: z.uuid() }), 'The e-mail in the outbox') },
});

/** What other services ask for. */
export function addInternal(api: Api, { db, hub, settings }: NotificationKit): void {
  api.openapi(notify, async (c) => {
    const notice = c.req.valid('json');
    const told = await db
      .transaction()
      .execute((trx) => tellUsers(trx, notice, settings.APP_URL));
    hub.wake(told);
    return c.json({ delivered: told.length }, 201);
  });
  api.openapi(send, async (c) => {
    const { accountId, to: address, subject, text } = c.req.valid('json');
    return c.json({ id: await mailTo(db, { accountId, address }, { subject, text }) }, 201);
  });
}
