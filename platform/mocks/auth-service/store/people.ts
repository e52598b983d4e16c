import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import { emailTaken, type UserWithAccount } from '../../../backend/services/auth-service/src/people';
import type { AuthTables } from '../../../backend/services/auth-service/src/tables';

/** An account as it is kept. */
export type AccountRow = Selectable<AuthTables['accounts']>;
/** A user as they are kept. */
export type UserRow = Selectable<AuthTables['users']>;

type NewUser = Pick<UserRow, 'account_id' | 'email' | 'name' | 'role' | 'status'> &
  Pick<Insertable<AuthTables['users']>, 'password_hash'>;

/** Accounts and their users. */
export class People {
  readonly #accounts = new Map<string, AccountRow>();
  readonly #users = new Map<string, UserRow>();
  /** The id of the user of every e-mail address. */
  readonly #emails = new Map<string, string>();

  addAccount(given: Pick<AccountRow, 'name' | 'language'>): AccountRow {
    const account = { ...given, id: randomUUID(), mfa_policy: 'nobody', created_at: new Date() } as const;
    this.#accounts.set(account.id, account);
    return account;
  }

  account(id: string): AccountRow | undefined {
    return this.#accounts.get(id);
  }

  /** Changes an account; returns it, or nothing if there is none. */
  changeAccount(id: string, change: Partial<AccountRow>): AccountRow | undefined {
    const account = this.#accounts.get(id);
    if (!account) return undefined;
    const changed = { ...account, ...change };
    this.#accounts.set(id, changed);
    return changed;
  }

  /** Adds a user; one whose e-mail address somebody has already is refused. */
  addUser({ password_hash: hash, ...given }: NewUser): UserWithAccount {
    const id = randomUUID();
    this.#claim(given.email, id);
    this.#users.set(id, {
      ...given,
      id,
      password_hash: hash ?? null,
      overrides: {},
      failed_attempts: 0,
      locked_until: null,
      last_sign_in_at: null,
      mfa_enabled: false,
      totp_secret: null,
      created_at: new Date(),
    });
    return this.#known(id);
  }

  user(id: string): UserWithAccount | undefined {
    const user = this.#users.get(id);
    const account = user && this.#accounts.get(user.account_id);
    if (!account) return undefined;
    return { ...user, account_name: account.name, language: account.language, mfa_policy: account.mfa_policy };
  }

  /** The user with this e-mail address, in any account. */
  byEmail(email: string): UserWithAccount | undefined {
    const id = this.#emails.get(email);
    return id === undefined ? undefined : this.user(id);
  }

  ofAccount(accountId: string): readonly UserWithAccount[] {
    return [...this.#users.values()].flatMap(({ id, account_id: account }) =>
      account === accountId ? (this.user(id) ?? []) : [],
    );
  }

  /** Changes a user who is there; an e-mail address that somebody has already is refused. */
  changeUser(id: string, change: Partial<UserRow>): UserWithAccount {
    const user = this.#known(id);
    if (change.email !== undefined) {
      this.#claim(change.email, id);
      if (change.email !== user.email) this.#emails.delete(user.email);
    }
    const { account_name: _name, language: _language, mfa_policy: _policy, ...row } = user;
    this.#users.set(id, { ...row, ...change });
    return this.#known(id);
  }

  deleteUser(id: string): void {
    const user = this.#users.get(id);
    if (!user) return;
    this.#users.delete(id);
    this.#emails.delete(user.email);
  }

  #claim(email: string, id: string): void {
    const holder = this.#emails.get(email);
    if (holder !== undefined && holder !== id) throw emailTaken();
    this.#emails.set(email, id);
  }

  #known(id: string): UserWithAccount {
    const user = this.user(id);
    if (user) return user;
    throw new Error(`There is no user ${id}; look them up before changing them.`);
  }
}
