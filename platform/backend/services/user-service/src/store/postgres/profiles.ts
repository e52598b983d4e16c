import type { ProfileStore } from '../userStore';
import type { Db } from './db';

/** Users' profiles in the database. */
export function profileStore(db: Db): ProfileStore {
  return {
    phonesOf: async (accountId) => {
      const rows = await db
        .selectFrom('profiles')
        .select(['user_id', 'phone'])
        .where('account_id', '=', accountId)
        .execute();
      return new Map(rows.map(({ user_id, phone }) => [user_id, phone]));
    },
    phoneOf: async (userId) => {
      const query = db.selectFrom('profiles').select('phone').where('user_id', '=', userId);
      return (await query.executeTakeFirst())?.phone ?? '';
    },
    savePhone: async ({ id, accountId }, phone) => {
      await db
        .insertInto('profiles')
        .values({ user_id: id, account_id: accountId, phone })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ phone }))
        .execute();
    },
    remove: async (userId) => {
      await db.deleteFrom('profiles').where('user_id', '=', userId).execute();
    },
  };
}
