import type { AuthUser, UserKey } from '../authClient';
import type { UserKit } from '../kit';
import type { SortField, User, UserQuery } from '../schema';

/** A user: the sign-in side from auth-service, the rest from here. */
export function userOf(known: AuthUser, phone: string): User {
  const { id, name, email, role, status, mfaEnabled, lastSignInAt, createdAt } = known;
  return { id, name, email, phone, role, status, mfaEnabled, lastSignInAt, createdAt };
}

/** All users of an account. */
export async function usersOf({ store, auth }: UserKit, accountId: string): Promise<User[]> {
  const [known, phones] = await Promise.all([
    auth.users(accountId),
    store.profiles.phonesOf(accountId),
  ]);
  return known.map((user) => userOf(user, phones.get(user.id) ?? ''));
}

/** One user of an account. */
export async function oneUser({ store, auth }: UserKit, key: UserKey): Promise<User> {
  const [known, phone] = await Promise.all([auth.user(key), store.profiles.phoneOf(key.id)]);
  return userOf(known, phone);
}

function matches(user: User, { search, role, status }: UserQuery): boolean {
  const text = search?.toLocaleLowerCase();
  const all = `${user.name}\n${user.email}\n${user.phone}`.toLocaleLowerCase();
  const found = !text || all.includes(text);
  return found && (!role || user.role === role) && (!status || user.status === status);
}

function compare(a: User, b: User, field: SortField): number {
  return (a[field] ?? '').localeCompare(b[field] ?? '') || a.id.localeCompare(b.id);
}

/** Filters, sorts and cuts out one page. */
export function pageOf(users: readonly User[], query: UserQuery) {
  const { page, pageSize, sort } = query;
  const found = users
    .filter((user) => matches(user, query))
    .sort((a, b) => compare(a, b, sort.field) * (sort.descending ? -1 : 1));
  const items = found.slice((page - 1) * pageSize, page * pageSize);
  return { items, total: found.length, page, pageSize };
}
