import type { Identity } from '@officina/shared/identity/identity';
import { notFound } from '@officina/shared/problems/problem';
import { sql } from 'kysely';
import type { Insertable, Updateable } from 'kysely';

import { ownColumn } from '../access';
import { numberOf } from '../form';
import type { Db } from '../kit';
import type { PrescriptionRow, PrescriptionTables } from '../tables';

/** The prescriptions that a user may see at all. */
export function visibleTo(db: Db, caller: Identity) {
  const all = db.selectFrom('prescriptions').where('account_id', '=', caller.accountId);
  const own = ownColumn(caller);
  return own === undefined ? all : all.where(own, '=', caller.userId);
}

/** The prescription with this id; one that the user may not see does not exist for them. */
export async function readVisible(db: Db, caller: Identity, id: string): Promise<PrescriptionRow> {
  const row = await visibleTo(db, caller).where('id', '=', id).selectAll().executeTakeFirst();
  if (row) return row;
  throw notFound('prescription');
}

/** As {@link readVisible}, and nobody else changes it before the transaction ends. */
export async function lockVisible(
  trx: Db,
  caller: Identity,
  id: string,
): Promise<PrescriptionRow> {
  const query = visibleTo(trx, caller).where('id', '=', id).selectAll().forUpdate();
  const row = await query.executeTakeFirst();
  if (row) return row;
  throw notFound('prescription');
}

async function nextNumber(trx: Db, accountId: string): Promise<string> {
  const { last } = await trx
    .insertInto('number_counters')
    .values({ account_id: accountId, last: 1 })
    .onConflict((conflict) =>
      conflict.column('account_id').doUpdateSet({ last: sql`number_counters.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return numberOf(last);
}

type NewRow = Omit<Insertable<PrescriptionTables['prescriptions']>, 'number'>;

/** Adds a prescription under the account's next number. */
export async function insertPrescription(trx: Db, values: NewRow): Promise<PrescriptionRow> {
  const number = await nextNumber(trx, values.account_id);
  return trx
    .insertInto('prescriptions')
    .values({ ...values, number })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Changes a prescription. */
export function updatePrescription(
  trx: Db,
  id: string,
  change: Updateable<PrescriptionTables['prescriptions']>,
): Promise<PrescriptionRow> {
  return trx
    .updateTable('prescriptions')
    .set({ ...change, updated_at: sql`now()` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
