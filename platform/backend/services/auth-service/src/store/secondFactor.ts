import { sql } from 'kysely';

import type { Db } from '../kit';
import { newRecoveryCodes, normalRecoveryCode } from '../mfa/recoveryCodes';
import { hashToken } from '../tokens/opaque';

/** Replaces a user's recovery codes; returns the new ones, which are never readable again. */
export async function replaceRecoveryCodes(db: Db, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await db.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  await db
    .insertInto('recovery_codes')
    .values(codes.map((code) => ({ user_id: userId, hash: hashToken(code) })))
    .execute();
  return codes;
}

/** Uses a recovery code up; says whether it was one. */
export async function useRecoveryCode(db: Db, userId: string, typed: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('recovery_codes')
    .where('user_id', '=', userId)
    .where('hash', '=', hashToken(normalRecoveryCode(typed)))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** How many recovery codes are left. */
export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom('recovery_codes')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return count;
}

const KEPT_STEPS = 10;

/** Uses the TOTP code of a time step up; says whether it was still unused. */
export async function useTotpStep(db: Db, userId: string, step: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('used_codes')
    .values({ user_id: userId, step })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  await db
    .deleteFrom('used_codes')
    .where('user_id', '=', userId)
    .where('step', '<', step - KEPT_STEPS)
    .execute();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Removes everything of a user's second factor. */
export async function removeSecondFactor(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  await db.deleteFrom('used_codes').where('user_id', '=', userId).execute();
  await db
    .updateTable('users')
    .set({ mfa_enabled: false, totp_secret: null })
    .where('id', '=', userId)
    .execute();
}
