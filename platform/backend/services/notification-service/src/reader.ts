/** Somebody of an account. */
export interface Recipient {
  readonly userId: string;
  readonly accountId: string;
}

/** Somebody who reads. */
export interface Reader extends Recipient {
  /** Whether messages are theirs to read at all. */
  readonly mayReadMessages: boolean;
}

/** How much somebody has not read. */
export interface Unread {
  readonly messages: number;
  readonly notifications: number;
}
