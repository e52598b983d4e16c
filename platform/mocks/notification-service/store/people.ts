import type { Identity } from '@officina/shared/identity/identity';

type Person = Pick<Identity, 'accountId' | 'name' | 'email'>;

/** Users of an account, by their ids. */
export interface Addressees {
  readonly accountId: string;
  readonly userIds: readonly string[];
}

/** Everybody who came by once, with the name and address of the last time. */
export class People {
  readonly #known = new Map<string, Person>();

  remember({ userId, accountId, name, email }: Identity): void {
    // Who is known stays in their account.
    this.#known.set(userId, { accountId: this.#known.get(userId)?.accountId ?? accountId, name, email });
  }

  /** Those of the users who are not known to be of another account. */
  withoutStrangers({ accountId, userIds }: Addressees): readonly string[] {
    return userIds.filter((id) => (this.#known.get(id)?.accountId ?? accountId) === accountId);
  }

  /** The name of a user of the account; null until they were here once. */
  nameOf(accountId: string, userId: string): string | null {
    return this.#of(accountId, userId)?.name ?? null;
  }

  /** The addresses of those of the users who were here once. */
  addressesOf({ accountId, userIds }: Addressees): readonly string[] {
    return userIds.flatMap((id) => this.#of(accountId, id)?.email ?? []);
  }

  #of(accountId: string, userId: string): Person | undefined {
    const person = this.#known.get(userId);
    return person?.accountId === accountId ? person : undefined;
  }
}
