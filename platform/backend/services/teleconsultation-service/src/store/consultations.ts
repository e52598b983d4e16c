import type { Identity } from '@officina/shared/identity/identity';
import { notFound } from '@officina/shared/problems/problem';
import { sql } from 'kysely';
import type { Updateable } from 'kysely';

import { ownColumn } from '../access';
import { consultationOf } from '../form';
import type { Db } from '../kit';
import type { ConsultationQuery } from '../schema';
import type { ConsultationRow, TeleconsultationTables } from '../tables';

function visibleTo(db: Db, caller: Identity) {
  const all = db.selectFrom('consultations').where('account_id', '=', caller.accountId);
  const own = ownColumn(caller);
  return own === undefined ? all : all.where(own, '=', caller.userId);
}

/** The consultation with this id; one that somebody may not see does not exist for them. */
export async function readVisible(db: Db, caller: Identity, id: string): Promise<ConsultationRow> {
  const row = await visibleTo(db, caller).where('id', '=', id).selectAll().executeTakeFirst();
  if (row) return row;
  throw notFound('consultation');
}

/** As {@link readVisible}, and nobody else changes it before the transaction ends. */
export async function lockVisible(trx: Db, caller: Identity, id: string): Promise<ConsultationRow> {
  const query = visibleTo(trx, caller).where('id', '=', id).selectAll().forUpdate();
  const row = await query.executeTakeFirst();
  if (row) return row;
  throw notFound('consultation');
}

/** Changes a consultation. */
export function updateConsultation(
  trx: Db,
  id: string,
  change: Updateable<TeleconsultationTables['consultations']>,
): Promise<ConsultationRow> {
  return trx
    .updateTable('consultations')
    .set({ ...change })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

function wanted(db: Db, caller: Identity, query: ConsultationQuery) {
  let found = visibleTo(db, caller);
  if (query.state) found = found.where('state', '=', query.state);
  if (query.search) {
    const pattern = `%${query.search.replace(/[\\%_]/g, '\\$&')}%`;
    const text = sql`concat_ws(' ', doctor_name, patient_name, reason)`;
    found = found.where(sql<boolean>`${text} ilike ${pattern}`);
  }
  return found;
}

/** One page of the consultations that a user may see. */
export async function listConsultations(db: Db, caller: Identity, query: ConsultationQuery) {
  const { page, pageSize, sort } = query;
  const [rows, { total }] = await Promise.all([
    wanted(db, caller, query)
      .selectAll()
      .orderBy('starts_at', sort === '-startsAt' ? 'desc' : 'asc')
      .orderBy('created_at')
      .orderBy('id')
      .offset((page - 1) * pageSize)
      .limit(pageSize)
      .execute(),
    wanted(db, caller, query)
      .select(sql<number>`count(*)::int`.as('total'))
      .executeTakeFirstOrThrow(),
  ]);
  return { items: rows.map((row) => consultationOf(row, caller)), total, page, pageSize };
}
