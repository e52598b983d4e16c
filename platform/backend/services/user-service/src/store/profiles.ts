import type { UserKey } from '../authClient';
import type { Db } from '../kit';

/** The phone numbers of an account's users by user id. */
export async function phonesOf(db: Db, accountId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('profiles')
    .select(['user_id', 'phone'])
    .where('account_id', '=', accountId)
    .execute();
  return new Map(rows.map(({ user_id, phone }) => [user_id, phone]));
}

/** The phone number of one user; empty when none is known. */
export async function phoneOf(db: Db, userId: string): Promise<string> {
  const row = await db
    .selectFrom('profiles')
    .select('phone')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.phone ?? '';
}

/** Makes or changes a user's profile. */
export async function savePhone(db: Db, key: UserKey, phone: string): Promise<void> {
  await db
    .insertInto('profiles')
    .values({ user_id: key.id, account_id: key.accountId, phone })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ phone }))
    .execute();
}

/** Removes a user's profile. */
export async function removeProfile(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('profiles').where('user_id', '=', userId).execute();
}
