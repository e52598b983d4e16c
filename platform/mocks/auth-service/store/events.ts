import type { AuthAction } from '@officina/shared/audit/actions';
import type { Actor } from '../../../backend/services/auth-service/src/sessions/session';

/** What happened in an account, as user-service reads it. */
export interface AuthEvent {
  readonly id: number;
  readonly at: string;
  readonly userId: string | null;
  readonly userName: string;
  readonly action: string;
  readonly details: Record<string, unknown>;
}

/** What there is to tell of an event. */
export interface Told {
  readonly action: AuthAction;
  readonly details?: Readonly<Record<string, unknown>>;
}

const PAGE = 1_000;

/** The events of all accounts, numbered as they come. */
export class Events {
  readonly #of = new Map<string, AuthEvent[]>();
  #last = 0;

  record({ id: userId, account_id: account, name: userName }: Actor, { action, details = {} }: Told): void {
    this.#last += 1;
    const event = { id: this.#last, at: new Date().toISOString(), userId, userName, action, details: { ...details } };
    this.#of.set(account, [...(this.#of.get(account) ?? []), event]);
  }

  /** Events of an account after the given one, oldest first. */
  after(accountId: string, last: number): AuthEvent[] {
    return (this.#of.get(accountId) ?? []).filter(({ id }) => id > last).slice(0, PAGE);
  }
}
