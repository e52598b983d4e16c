import { isUniqueViolation } from '@officina/shared/database/errors';
import { sql } from 'kysely';
import type { Insertable, Updateable } from 'kysely';

import type { Db } from '../kit';
import { emailTaken } from '../people';
import type { UserWithAccount } from '../people';
import type { AuthTables } from '../tables';

const withAccount = (db: Db) =>
  db
    .selectFrom('users')
    .innerJoin('accounts', 'accounts.id', 'users.account_id')
    .selectAll('users')
    .select(['accounts.name as account_name', 'accounts.language', 'accounts.mfa_policy']);

/** The user with this e-mail address, in any account. */
export function findByEmail(db: Db, email: string): Promise<UserWithAccount | undefined> {
  return withAccount(db).where('users.email', '=', email.toLowerCase()).executeTakeFirst();
}

/** The user with this id. */
export function findById(db: Db, id: string): Promise<UserWithAccount | undefined> {
  return withAccount(db).where('users.id', '=', id).executeTakeFirst();
}

/** All users of an account. */
export function listOfAccount(db: Db, accountId: string): Promise<UserWithAccount[]> {
  return withAccount(db).where('users.account_id', '=', accountId).execute();
}

async function refusingTakenEmail<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw isUniqueViolation(error, 'users_email_unique') ? emailTaken() : error;
  });
}

/** Adds a user; returns the id. */
export async function insertUser(db: Db, user: Insertable<AuthTables['users']>): Promise<string> {
  const values = { ...user, email: user.email.toLowerCase() };
  const insert = db.insertInto('users').values(values).returning('id').executeTakeFirstOrThrow();
  return (await refusingTakenEmail(insert)).id;
}

/** Changes a user. */
export async function updateUser(
  db: Db,
  id: string,
  change: Updateable<AuthTables['users']>,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await refusingTakenEmail(db.updateTable('users').set(change).where('id', '=', id).execute());
}

/** The limits of failed attempts. */
export interface LockoutLimits {
  readonly threshold: number;
  readonly seconds: number;
}

/** Counts a failed attempt; says whether it locked the user. */
export async function countFailure(db: Db, id: string, limits: LockoutLimits): Promise<boolean> {
  const reached = sql<boolean>`failed_attempts + 1 >= ${limits.threshold}`;
  const until = sql<Date>`now() + make_interval(secs => ${limits.seconds})`;
  const { failed_attempts } = await db
    .updateTable('users')
    .set({
      failed_attempts: sql`case when ${reached} then 0 else failed_attempts + 1 end`,
      locked_until: sql`case when ${reached} then ${until} else locked_until end`,
    })
    .where('id', '=', id)
    .returning('failed_attempts')
    .executeTakeFirstOrThrow();
  return failed_attempts === 0;
}
