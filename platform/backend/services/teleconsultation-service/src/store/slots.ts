import type { Identity } from '@officina/shared/identity/identity';
import { notFound } from '@officina/shared/problems/problem';
import { sql } from 'kysely';

import { slotOf } from '../form';
import type { Db } from '../kit';
import type { NewSlot, Slot, SlotQuery } from '../schema';
import { offered, refuseOverlap, requireWithdrawable } from '../slotRules';
import type { SlotRow } from '../tables';

type NewRow = ReturnType<typeof offered>;

const free = sql<boolean>`(starts_at > now() and not exists (
  select 1 from consultations c where c.slot_id = slots.id and c.state <> 'cancelled'
))`;

// Doctors look after their own slots; to a patient a slot that is gone does not exist.
function visibleTo(db: Db, { accountId, role, userId }: Identity) {
  const all = db.selectFrom('slots').where('account_id', '=', accountId);
  if (role === 'doctor') return all.where('doctor_id', '=', userId);
  return role === 'patient' ? all.where(free) : all;
}

function wanted(db: Db, caller: Identity, query: SlotQuery) {
  let found = visibleTo(db, caller);
  if (query.doctorId) found = found.where('doctor_id', '=', query.doctorId);
  if (query.from) found = found.where('starts_at', '>=', query.from);
  if (query.free !== undefined) found = found.where(sql<boolean>`${free} = ${query.free}`);
  return found;
}

/** One page of the slots that a user may see, the earliest first. */
export async function listSlots(db: Db, caller: Identity, query: SlotQuery) {
  const { page, pageSize } = query;
  const [rows, { total }] = await Promise.all([
    wanted(db, caller, query)
      .selectAll()
      .select(free.as('free'))
      .orderBy('starts_at')
      .orderBy('id')
      .offset((page - 1) * pageSize)
      .limit(pageSize)
      .execute(),
    wanted(db, caller, query)
      .select(sql<number>`count(*)::int`.as('total'))
      .executeTakeFirstOrThrow(),
  ]);
  return { items: rows.map(slotOf), total, page, pageSize };
}

function findOverlap(trx: Db, { doctor_id: doctorId, starts_at: from, ends_at: to }: NewRow) {
  return trx
    .selectFrom('slots')
    .select('starts_at')
    .where('doctor_id', '=', doctorId)
    .where('starts_at', '<', to)
    .where('ends_at', '>', from)
    .executeTakeFirst();
}

/** Adds a slot of a doctor; two of theirs never overlap. */
export function insertSlot(db: Db, doctor: Identity, input: NewSlot): Promise<Slot> {
  const values = offered(doctor, input);
  return db.transaction().execute(async (trx) => {
    // One doctor's slots are added one after the other, or two at once would not see each other.
    await sql`select pg_advisory_xact_lock(hashtextextended(${doctor.userId}, 0))`.execute(trx);
    refuseOverlap(await findOverlap(trx, values));
    const row = await trx
      .insertInto('slots')
      .values(values)
      .returningAll()
      .executeTakeFirstOrThrow();
    return slotOf({ ...row, free: true });
  });
}

/** A slot of the account, and nobody else books or withdraws it before the transaction ends. */
export async function lockSlot(trx: Db, accountId: string, id: string): Promise<SlotRow> {
  const row = await trx
    .selectFrom('slots')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
  if (row) return row;
  throw notFound('slot');
}

/** Whether a consultation takes the slot. */
export async function isTaken(trx: Db, slotId: string): Promise<boolean> {
  const holder = await trx
    .selectFrom('consultations')
    .select('id')
    .where('slot_id', '=', slotId)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst();
  return holder !== undefined;
}

/** Takes a doctor's own free slot back. */
export async function deleteSlot(trx: Db, doctor: Identity, id: string): Promise<void> {
  const row = await lockSlot(trx, doctor.accountId, id);
  requireWithdrawable(row, doctor, await isTaken(trx, id));
  await trx.deleteFrom('slots').where('id', '=', id).execute();
}
