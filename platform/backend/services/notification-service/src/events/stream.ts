import { Alarm } from '@officina/shared/events/alarm';
import type { SSEStreamingApi } from 'hono/streaming';

import type { NotificationKit } from '../kit';
import { unreadOf } from '../store/unread';
import type { Reader } from '../store/unread';
import { eventsAfter, lastEventNumber } from './store';

/** Whose events go into a stream, and after which one. */
export interface Subscription extends Reader {
  readonly lastEventId: number | undefined;
}

async function firstCursor(kit: NotificationKit, { userId, lastEventId }: Subscription) {
  const newest = await lastEventNumber(kit.db, userId);
  return lastEventId === undefined ? newest : Math.min(lastEventId, newest);
}

/**
 * Writes a user's events into a stream: first a heartbeat with the number to resume from, then what
 * came after the given event, then what comes. Everything is read from the table, so live events
 * and events that were missed take the same way; each carries the unread totals of that moment.
 */
export async function writeEvents(
  stream: SSEStreamingApi,
  kit: NotificationKit,
  subscription: Subscription,
): Promise<void> {
  const { db, hub, settings } = kit;
  const { userId, mayReadMessages } = subscription;
  const alarm = new Alarm();
  const unlisten = hub.listen(userId, alarm.ring);
  stream.onAbort(alarm.ring);
  const ends = performance.now() + settings.STREAM_SECONDS * 1_000;
  const write = async (event: string, id: number, data: object) => {
    const unread = await unreadOf(db, subscription);
    await stream.writeSSE({ event, id: String(id), data: JSON.stringify({ ...data, unread }) });
  };
  try {
    let cursor = await firstCursor(kit, subscription);
    await write('heartbeat', cursor, {});
    while (!stream.aborted && performance.now() < ends) {
      const events = await eventsAfter(db, userId, cursor);
      for (const { number, type, data } of events) {
        const ofMessages = 'threadId' in data;
        if (mayReadMessages || !ofMessages) await write(type, number, data);
        cursor = number;
      }
      if (events.length > 0) continue;
      const before = performance.now();
      const pause = settings.HEARTBEAT_SECONDS * 1_000;
      await alarm.wait(Math.max(Math.min(pause, ends - before), 0));
      if (performance.now() - before >= pause) await write('heartbeat', cursor, {});
    }
  } finally {
    unlisten();
  }
}
