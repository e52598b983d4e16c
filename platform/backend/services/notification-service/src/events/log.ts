import type { Reader, Unread } from '../reader';

/** What a stream of events tells. */
export type EventType = 'message' | 'read' | 'notification';

/** An event for one user. */
export interface UserEvent {
  readonly userId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An event of one user's stream, as stored. */
export interface StoredEvent {
  readonly number: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Where streams read from: each user's events, numbered from 1 without a gap. */
export interface EventLog {
  /** The number of a user's newest event; 0 before the first. */
  newest(userId: string): Promise<number>;
  /** A user's events after a number, oldest first, some at a time. */
  after(userId: string, number: number): Promise<readonly StoredEvent[]>;
  /** What somebody has not read at this moment. */
  unread(reader: Reader): Promise<Unread>;
}
