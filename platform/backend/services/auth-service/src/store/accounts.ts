import type { Updateable } from 'kysely';

import type { Db } from '../kit';
import type { AuthTables, Language } from '../tables';

/** Adds an account; returns the id. */
export async function insertAccount(db: Db, name: string, language: Language): Promise<string> {
  const { id } = await db
    .insertInto('accounts')
    .values({ name, language })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The account with this id. */
export function findAccount(db: Db, id: string) {
  return db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Changes an account; returns it, or nothing if there is none. */
export function updateAccount(db: Db, id: string, change: Updateable<AuthTables['accounts']>) {
  return db
    .updateTable('accounts')
    .set({ id, ...change })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}
