import type { UserAction } from '@officina/shared/audit/actions';
import type { AuditEntry } from '@officina/shared/audit/entry';
import type { Identity } from '@officina/shared/identity/identity';

import type { AuditFilter, AuditItem } from '../audit/schema';
import type { AuthEvent, UserKey } from '../authClient';

/** What somebody did to something. */
export interface Deed {
  readonly action: UserAction;
  readonly target: { readonly type: string; readonly id: string; readonly name: string };
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What this service knows of an account; name and language belong to auth-service. */
export interface AccountSettings {
  readonly phone: string;
  readonly email: string;
  readonly timeZone: string;
}

/** What this service knows of users; the rest belongs to auth-service. */
export interface ProfileStore {
  /** The phone numbers of an account's users by user id. */
  phonesOf(accountId: string): Promise<ReadonlyMap<string, string>>;
  /** The phone number of one user; empty when none is known. */
  phoneOf(userId: string): Promise<string>;
  savePhone(key: UserKey, phone: string): Promise<void>;
  remove(userId: string): Promise<void>;
}

/** The settings of accounts. */
export interface SettingsStore {
  /** The settings of an account, if there are any yet. */
  read(accountId: string): Promise<AccountSettings | undefined>;
  save(accountId: string, settings: AccountSettings): Promise<void>;
}

/** One part of a list. */
export interface Part {
  readonly offset: number;
  readonly limit: number;
}

/** The audit logs. */
export interface AuditStore {
  /** Writes what a signed-in user did. */
  record(actor: Identity, deed: Deed): Promise<void>;
  /** Keeps an entry that another service hands in; the same id twice is one entry. */
  keep(entry: AuditEntry): Promise<void>;
  /** Keeps what happened at auth-service; the same event twice is one entry. */
  keepEvents(accountId: string, events: readonly AuthEvent[]): Promise<void>;
  /** The number of the last event that was asked for and had come. */
  lastEvent(accountId: string): Promise<number>;
  /** Moves the number on, never back. */
  moveOn(accountId: string, last: number): Promise<void>;
  /** One part of the entries that fit, newest first. */
  read(accountId: string, wanted: AuditFilter & Part): Promise<AuditItem[]>;
  /** How many entries fit. */
  count(accountId: string, filter: AuditFilter): Promise<number>;
}

/** All that user-service keeps. */
export interface UserStore {
  readonly profiles: ProfileStore;
  readonly settings: SettingsStore;
  readonly audit: AuditStore;
}
