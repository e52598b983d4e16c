import type { SettingsStore } from '../userStore';
import type { Db } from './db';

/** Accounts' settings in the database. */
export function settingsStore(db: Db): SettingsStore {
  return {
    read: async (accountId) => {
      const row = await db
        .selectFrom('account_settings')
        .select(['phone', 'email', 'time_zone'])
        .where('id', '=', accountId)
        .executeTakeFirst();
      return row && { phone: row.phone, email: row.email, timeZone: row.time_zone };
    },
    save: async (accountId, { phone, email, timeZone }) => {
      const values = { phone, email, time_zone: timeZone };
      await db
        .insertInto('account_settings')
        .values({ id: accountId, ...values })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
        .execute();
    },
  };
}
