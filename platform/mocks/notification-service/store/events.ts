import type { Hub } from '@officina/shared/events/hub';
import type { EventLog, EventType, StoredEvent, UserEvent } from '../../../backend/services/notification-service/src/events/log';

/** The events of every user, numbered as they come; open streams are woken by each. */
export class Events implements Omit<EventLog, 'unread'> {
  readonly #of = new Map<string, StoredEvent[]>();

  constructor(private readonly hub: Hub) {}

  /** Adds one event to the stream of each given user. */
  append(type: EventType, events: readonly UserEvent[]): void {
    for (const { userId, data } of events) {
      const own = this.#of.get(userId) ?? [];
      own.push({ number: own.length + 1, type, data });
      this.#of.set(userId, own);
    }
    this.hub.wake(events.map(({ userId }) => userId));
  }

  newest = async (userId: string): Promise<number> => this.#of.get(userId)?.length ?? 0;

  after = async (userId: string, number: number): Promise<readonly StoredEvent[]> =>
    this.#of.get(userId)?.slice(number) ?? [];
}
