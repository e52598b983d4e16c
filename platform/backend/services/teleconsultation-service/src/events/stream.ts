import { Alarm } from '@officina/shared/events/alarm';
import type { Hub } from '@officina/shared/events/hub';
import type { Identity } from '@officina/shared/identity/identity';
import type { SSEStreamingApi } from 'hono/streaming';

import { messageOf } from '../form';
import { isInRoom } from '../room';
import type { TeleconsultationSettings } from '../settings';
import type { ConsultationRow, RoomEventRow } from '../tables';

/** What the events of one consultation are read from. */
export interface RoomSource {
  /** The consultation as it is now. */
  consultation(): Promise<ConsultationRow>;
  /** What happened after the event with a number, the oldest first, some at a time. */
  eventsAfter(number: number): Promise<readonly RoomEventRow[]>;
}

/** From where a stream gets its events, and how long it lasts. */
export interface EventStreamKit {
  readonly source: RoomSource;
  readonly hub: Hub;
  readonly settings: Pick<TeleconsultationSettings, 'HEARTBEAT_SECONDS' | 'STREAM_SECONDS'>;
}

/** Who follows which consultation, and after which event. */
export interface Subscription {
  readonly caller: Identity;
  readonly id: string;
  readonly lastEventId: number | undefined;
}

function msUntilConsentEnds({ consent_expires_at: at }: ConsultationRow): number {
  return at === null ? Number.POSITIVE_INFINITY : at.getTime() - Date.now();
}

function endOf({ consent_expires_at: at }: ConsultationRow): number {
  return at?.getTime() ?? 0;
}

/** Follows one consultation with one reader. */
class Follower {
  #cursor = 0;
  // The end of a consent that the reader knows to be over, as milliseconds since the epoch.
  #knownEnd = 0;

  constructor(
    readonly stream: SSEStreamingApi,
    readonly source: RoomSource,
    readonly subscription: Subscription,
  ) {}

  async start(): Promise<void> {
    const row = await this.source.consultation();
    const { last_event: last } = row;
    if (msUntilConsentEnds(row) <= 0) this.#knownEnd = endOf(row);
    const { lastEventId } = this.subscription;
    this.#cursor = Math.min(lastEventId ?? Number(last), Number(last));
    await this.#write('heartbeat', {});
  }

  /** Writes what is new; returns how long nothing can change by itself. */
  async catchUp(): Promise<number> {
    const { caller } = this.subscription;
    const row = await this.source.consultation();
    // Everything is read from the table: what was missed and what is live take the same way.
    const events = await this.source.eventsAfter(this.#cursor);
    for (const event of events) {
      this.#cursor = Number(event.number);
      if (event.type === 'changed') await this.#write('changed', {});
      else if (isInRoom(row, caller)) await this.#write('message', { message: messageOf(event) });
    }
    if (events.length > 0) return 0;
    const left = msUntilConsentEnds(row);
    if (left > 0) return left;
    // Told once for each consent, and whenever it is noticed: a timer may ring a little early or late.
    if (this.#knownEnd !== endOf(row)) {
      this.#knownEnd = endOf(row);
      await this.#write('changed', {});
    }
    return Number.POSITIVE_INFINITY;
  }

  heartbeat(): Promise<void> {
    return this.#write('heartbeat', {});
  }

  async #write(event: string, data: object): Promise<void> {
    await this.stream.writeSSE({ event, id: String(this.#cursor), data: JSON.stringify(data) });
  }
}

/**
 * Writes what happens in a consultation into a stream: `changed` for its state and consent,
 * `message` for whoever is in the room.
 */
export async function writeEvents(
  stream: SSEStreamingApi,
  { source, hub, settings }: EventStreamKit,
  subscription: Subscription,
): Promise<void> {
  const alarm = new Alarm();
  const unlisten = hub.listen(subscription.id, alarm.ring);
  stream.onAbort(alarm.ring);
  const follower = new Follower(stream, source, subscription);
  const ends = performance.now() + settings.STREAM_SECONDS * 1_000;
  const pause = settings.HEARTBEAT_SECONDS * 1_000;
  try {
    await follower.start();
    while (!stream.aborted && performance.now() < ends) {
      const quiet = await follower.catchUp();
      if (quiet === 0) continue;
      const before = performance.now();
      await alarm.wait(Math.max(Math.min(pause, quiet, ends - before), 1));
      const waited = performance.now() - before;
      if (waited >= pause) await follower.heartbeat();
    }
  } finally {
    unlisten();
  }
}
