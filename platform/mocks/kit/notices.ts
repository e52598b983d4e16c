import { randomUUID } from 'node:crypto';
import { notice, type Notice } from '@officina/shared/client/notice';
import { noticeDelivery, pauseAfter, type NoticeDeliveryOptions } from '@officina/shared/client/noticeDelivery';

/** Keeps a notice and sends it in the background, again and again until notification-service takes it. */
export type Tell = (given: Notice) => void;

/** A service's outgoing notices, kept in memory: whoever acts never waits for them, nor fails by them. */
export function noticeTeller(options: NoticeDeliveryOptions): Tell {
  const deliver = noticeDelivery(options);
  const send = async (body: Parameters<typeof deliver>[0], attempts: number): Promise<void> => {
    if (await deliver(body)) return;
    setTimeout(() => void send(body, attempts + 1), pauseAfter(attempts) * 1000).unref();
  };
  return (given) => void send({ ...notice.parse(given), id: randomUUID() }, 0);
}
