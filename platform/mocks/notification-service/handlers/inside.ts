import { numberedNotice } from '@officina/shared/client/notice';
import { newMail } from '../../../backend/services/notification-service/src/schema';
import { bodyOf } from '../../kit';
import type { Desk } from '../desk';
import { tell } from '../telling';

/** What other services ask for; that they are services was asked before. */
export function insideHandlers(desk: Desk) {
  const { http, guarded, store } = desk;
  return [
    http.post('/internal/notifications', guarded(async ({ request, response }) =>
      response(201).json({ delivered: tell(desk, await bodyOf(request, numberedNotice)) }),
    )),
    http.post('/internal/mails', guarded(async ({ request, response }) => {
      const { accountId, to, ...letter } = await bodyOf(request, newMail);
      return response(201).json({ id: store.mails.send(accountId, to, letter) });
    })),
  ];
}
