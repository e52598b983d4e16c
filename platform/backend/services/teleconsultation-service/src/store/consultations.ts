import type { Identity } from '@officina/shared/identity/identity';
import { notFound } from '@officina/shared/problems/problem';
import { sql } from 'kysely';
import type { Updateable } from 'kysely';

import type { Db } from '../kit';
import { consentOf, sideOf } from '../room';
import type { Consultation, ConsultationQuery } from '../schema';
import type { ConsultationRow, TeleconsultationTables } from '../tables';

function slotPart(row: ConsultationRow): Consultation['slot'] {
  return {
    id: row.slot_id,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    minutes: (row.ends_at.getTime() - row.starts_at.getTime()) / 60_000,
    consentSeconds: row.consent_seconds,
  };
}

function resultPart(row: ConsultationRow, caller: Identity) {
  const { prescription_id: id, prescription_number: number } = row;
  return {
    // What was found is for the two of them alone.
    summary: sideOf(row, caller) ? row.summary : null,
    prescription: id === null || number === null ? null : { id, number },
  };
}

/** A consultation's JSON for somebody. */
export function consultationOf(row: ConsultationRow, caller: Identity): Consultation {
  const expiresAt = row.consent_expires_at?.toISOString() ?? null;
  return {
    id: row.id,
    slot: slotPart(row),
    doctor: { id: row.doctor_id, name: row.doctor_name },
    patient: { id: row.patient_id, name: row.patient_name },
    reason: row.reason,
    state: row.state,
    consent: { state: consentOf(row), expiresAt },
    patientJoined: row.patient_joined_at !== null,
    cancelledBy: row.cancelled_by,
    ...resultPart(row, caller),
    createdAt: row.created_at.toISOString(),
    openedAt: row.opened_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}

const OWN = { doctor: 'doctor_id', patient: 'patient_id' } as const;

// Doctors and patients have their own; the rest of the staff sees who is booked when.
function visibleTo(db: Db, { accountId, role, userId }: Identity) {
  const all = db.selectFrom('consultations').where('account_id', '=', accountId);
  return role === 'doctor' || role === 'patient' ? all.where(OWN[role], '=', userId) : all;
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
