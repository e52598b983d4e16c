import type { Identity } from '@officina/shared/identity/identity';
import { requireUser } from '@officina/shared/identity/guards';
import type { ServiceEnv } from '@officina/shared/identity/guards';
import { createMiddleware } from 'hono/factory';

import type { Db } from '../kit';

/** Users of an account, by their ids. */
export interface Addressees {
  readonly accountId: string;
  readonly userIds: readonly string[];
}

/**
 * Those of the users who are not known to be of another account. Ids come from outside: without this
 * anybody could write to people of other accounts, and learn their names.
 */
export async function withoutStrangers(
  db: Db,
  { accountId, userIds }: Addressees,
): Promise<readonly string[]> {
  if (userIds.length === 0) return [];
  const rows = await db
    .selectFrom('people')
    .select('user_id')
    .where('user_id', 'in', [...userIds])
    .where('account_id', '<>', accountId)
    .execute();
  const strangers = new Set(rows.map(({ user_id }) => user_id));
  return userIds.filter((id) => !strangers.has(id));
}

const REMEMBERED = 10_000;

async function savePerson(db: Db, { userId, accountId, name, email }: Identity): Promise<void> {
  await db
    .insertInto('people')
    .values({ user_id: userId, account_id: accountId, name, email })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ name, email }))
    .execute();
}

/**
 * Keeps name and address of everybody who comes by: no other service is asked for them, so threads
 * have names and mails have addresses whatever else is down.
 */
export function rememberPeople(db: Db) {
  const seen = new Map<string, string>();
  return createMiddleware<ServiceEnv>(async (c, next) => {
    const { caller } = c.var;
    if (caller.kind !== 'user') return requireUser(c, next);
    const { userId, name, email } = caller.identity;
    const known = `${name}\n${email}`;
    if (seen.get(userId) !== known) {
      await savePerson(db, caller.identity);
      if (seen.size >= REMEMBERED) seen.clear();
      seen.set(userId, known);
    }
    return next();
  });
}
