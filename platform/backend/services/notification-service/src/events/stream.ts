import { Alarm } from '@officina/shared/events/alarm';
import type { Hub } from '@officina/shared/events/hub';
import type { SSEStreamingApi } from 'hono/streaming';

import type { Reader } from '../reader';
import type { NotificationSettings } from '../settings';
import type { EventLog } from './log';

/** What streams of events are written with. */
export interface StreamKit {
  readonly events: EventLog;
  readonly hub: Hub;
  readonly settings: Pick<NotificationSettings, 'HEARTBEAT_SECONDS' | 'STREAM_SECONDS'>;
}

/** Whose events go into a stream, and after which one. */
export interface Subscription extends Reader {
  readonly lastEventId: number | undefined;
}

async function firstCursor({ events }: StreamKit, { userId, lastEventId }: Subscription) {
  const newest = await events.newest(userId);
  return lastEventId === undefined ? newest : Math.min(lastEventId, newest);
}

/**
 * Writes a user's events into a stream: first a heartbeat with the number to resume from, then what
 * came after the given event, then what comes. Everything is read from the log, so live events
 * and events that were missed take the same way; each carries the unread totals of that moment.
 */
export async function writeEvents(
  stream: SSEStreamingApi,
  kit: StreamKit,
  subscription: Subscription,
): Promise<void> {
  const { events, hub, settings } = kit;
  const { userId, mayReadMessages } = subscription;
  const alarm = new Alarm();
  const unlisten = hub.listen(userId, alarm.ring);
  stream.onAbort(alarm.ring);
  const ends = performance.now() + settings.STREAM_SECONDS * 1_000;
  const write = async (event: string, id: number, data: object) => {
    const unread = await events.unread(subscription);
    await stream.writeSSE({ event, id: String(id), data: JSON.stringify({ ...data, unread }) });
  };
  try {
    let cursor = await firstCursor(kit, subscription);
    await write('heartbeat', cursor, {});
    while (!stream.aborted && performance.now() < ends) {
      const news = await events.after(userId, cursor);
      for (const { number, type, data } of news) {
        const ofMessages = 'threadId' in data;
        if (mayReadMessages || !ofMessages) await write(type, number, data);
        cursor = number;
      }
      if (news.length > 0) continue;
      const before = performance.now();
      const pause = settings.HEARTBEAT_SECONDS * 1_000;
      await alarm.wait(Math.max(Math.min(pause, ends - before), 0));
      if (performance.now() - before >= pause) await write('heartbeat', cursor, {});
    }
  } finally {
    unlisten();
  }
}
