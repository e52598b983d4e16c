import { z } from 'zod';

import type { RequestLogger } from '../logging/logger';
import { Problem } from '../problems/problem';
import { reasonOf } from '../problems/reason';
import type { numberedNotice } from './notice';
import { serviceClient } from './serviceClient';
import type { PeerOptions } from './serviceClient';

const LONGEST_PAUSE_SECONDS = 60;
const taken = z.object({ delivered: z.number().int() });

/** From where notices go out, and who is told of those that do not. */
export interface NoticeDeliveryOptions extends Omit<PeerOptions, 'peer'> {
  readonly log: Pick<RequestLogger, 'warn' | 'error'>;
}

/** How many seconds a notice waits after so many attempts before the next one. */
export function pauseAfter(attempts: number): number {
  return Math.min(2 ** attempts, LONGEST_PAUSE_SECONDS);
}

/** Makes what hands a notice to notification-service; it says whether it is settled, or has to wait. */
export function noticeDelivery({ log, ...peer }: NoticeDeliveryOptions) {
  const { call } = serviceClient({ timeoutMs: 3_000, ...peer, peer: 'notification-service' });
  return async (body: z.output<typeof numberedNotice>): Promise<boolean> => {
    try {
      await call({ method: 'POST', path: '/internal/notifications', body, answer: taken });
      return true;
    } catch (error) {
      const told = { notice: body.id, kind: body.kind, reason: reasonOf(error) };
      // What was refused once is refused again.
      const refused = error instanceof Problem && error.status < 500;
      if (refused) log.error(told, 'notice refused');
      else log.warn(told, 'notice waits');
      return refused;
    }
  };
}
