import type { Db } from '../kit';

/** What this service knows of an account; name and language belong to auth-service. */
export interface AccountSettings {
  readonly phone: string;
  readonly email: string;
  readonly time_zone: string;
}

/** The settings of an account, if there are any yet. */
export function readSettings(db: Db, accountId: string): Promise<AccountSettings | undefined> {
  return db
    .selectFrom('account_settings')
    .select(['phone', 'email', 'time_zone'])
    .where('id', '=', accountId)
    .executeTakeFirst();
}

/** Makes or replaces the settings of an account. */
export async function saveSettings(
  db: Db,
  accountId: string,
  settings: AccountSettings,
): Promise<void> {
  await db
    .insertInto('account_settings')
    .values({ id: accountId, ...settings })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...settings }))
    .execute();
}
