import { randomUUID } from 'node:crypto';

import type { Identity } from '@officina/shared/identity/identity';
import { notFound } from '@officina/shared/problems/problem';
import { sql } from 'kysely';
import type { Insertable, Updateable } from 'kysely';

import { ownColumn } from '../access';
import type { Db } from '../kit';
import type { NewLine, Prescription } from '../schema';
import type { Line, PrescriptionRow, PrescriptionTables } from '../tables';

/** A prescription's JSON. */
export function prescriptionOf(row: PrescriptionRow): Prescription {
  const { doctor_id: doctorId, doctor_name: doctorName } = row;
  return {
    id: row.id,
    number: row.number,
    patient: { id: row.patient_id, name: row.patient_name },
    doctor: doctorId === null ? null : { id: doctorId, name: doctorName ?? '' },
    source: row.source,
    lines: [...row.lines],
    note: row.note,
    state: row.state,
    rejection: row.rejection,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

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

/** Lines as they are kept: those that were there keep their ids. */
export function keptLines(wanted: readonly NewLine[], present: readonly Line[]): Line[] {
  const known = new Set(present.map(({ id }) => id));
  return wanted.map(({ id, ...line }) => {
    const keep = id !== undefined && known.delete(id);
    return { id: keep ? id : randomUUID(), ...line };
  });
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
  return `RX-${new Date().getFullYear()}-${String(last).padStart(6, '0')}`;
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
