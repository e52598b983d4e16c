import { isUniqueViolation } from '@officina/shared/database/errors';
import { notFound } from '@officina/shared/problems/problem';

import type { Db } from '../kit';
import { insufficientStock, referenceTaken, wrongState } from '../refusals';
import type { NewReservation } from '../schema';
import type { ReservationState } from '../tables';
import { merged, sameLines } from './lines';
import type { Line } from './lines';
import { noteMoves } from './moves';
import type { Actor } from './moves';
import { takeUnits } from './take';

async function lockItems(trx: Db, accountId: string, ids: readonly string[]): Promise<void> {
  const found = await trx
    .selectFrom('items')
    .select('id')
    .where('id', 'in', ids)
    .where('account_id', '=', accountId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  if (found.length < ids.length) throw notFound('item in this account');
}

async function refuseShortage(trx: Db, lines: readonly Line[]): Promise<void> {
  const ids = lines.map(({ itemId }) => itemId);
  const rows = await trx
    .selectFrom('item_stock')
    .select(['id', 'name', 'available'])
    .where('id', 'in', ids)
    .execute();
  for (const { itemId, quantity } of lines) {
    const row = rows.find(({ id }) => id === itemId);
    if (row && row.available < quantity) throw insufficientStock(row.name, quantity, row.available);
  }
}

async function heldWithReference(trx: Db, wanted: NewReservation): Promise<string | undefined> {
  const row = await trx
    .selectFrom('reservations')
    .select('id')
    .where('account_id', '=', wanted.accountId)
    .where('reference', '=', wanted.reference)
    .where('state', '=', 'held')
    .executeTakeFirst();
  return row?.id;
}

async function linesOf(trx: Db, id: string): Promise<Line[]> {
  const rows = await trx
    .selectFrom('reservation_lines')
    .select(['item_id', 'quantity'])
    .where('reservation_id', '=', id)
    .orderBy('item_id')
    .execute();
  return rows.map(({ item_id: itemId, quantity }) => ({ itemId, quantity }));
}

async function sameAgain(trx: Db, id: string, lines: readonly Line[]): Promise<string> {
  if (sameLines(await linesOf(trx, id), lines)) return id;
  throw referenceTaken();
}

/** Reserves all lines or none; asked again with the same reference it is the same reservation. */
export function reserve(db: Db, wanted: NewReservation): Promise<string> {
  const lines = merged(wanted.lines);
  return db.transaction().execute(async (trx) => {
    await lockItems(trx, wanted.accountId, lines.map(({ itemId }) => itemId));
    const known = await heldWithReference(trx, wanted);
    if (known !== undefined) return sameAgain(trx, known, lines);
    await refuseShortage(trx, lines);
    const { accountId, reference } = wanted;
    const { id } = await trx
      .insertInto('reservations')
      .values({ account_id: accountId, reference })
      .returning('id')
      .executeTakeFirstOrThrow()
      .catch((error: unknown) => {
        throw isUniqueViolation(error, 'reservations_reference_unique') ? referenceTaken(error) : error;
      });
    const rows = lines.map(({ itemId, quantity }) => ({
      reservation_id: id,
      item_id: itemId,
      quantity,
    }));
    await trx.insertInto('reservation_lines').values(rows).execute();
    return id;
  });
}

async function lockReservation(trx: Db, id: string) {
  const row = await trx
    .selectFrom('reservations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('reservation');
  return row;
}

async function setState(trx: Db, id: string, state: ReservationState): Promise<void> {
  await trx.updateTable('reservations').set({ state }).where('id', '=', id).execute();
}

/** Gives the units back; once more changes nothing. */
export function release(db: Db, id: string): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const { state } = await lockReservation(trx, id);
    if (state === 'dispensed') throw wrongState(state);
    if (state === 'held') await setState(trx, id, 'released');
  });
}

/** Takes the reserved units out of stock, first expired first; once more changes nothing. */
export function dispense(db: Db, id: string, actor: Actor): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const { state, account_id: accountId, reference } = await lockReservation(trx, id);
    if (state === 'released') throw wrongState(state);
    if (state === 'dispensed') return;
    const lines = await linesOf(trx, id);
    await lockItems(trx, accountId, lines.map(({ itemId }) => itemId));
    for (const { itemId, quantity } of lines) {
      const parts = await takeUnits(trx, { itemId, quantity, expiredToo: false });
      const deed = { kind: 'dispense', parts, reason: reference, actor } as const;
      await noteMoves(trx, { id: itemId, accountId }, deed);
    }
    await setState(trx, id, 'dispensed');
  });
}

/** Whose reservation it is. */
export async function accountOfReservation(db: Db, id: string): Promise<string> {
  const query = db.selectFrom('reservations').select('account_id').where('id', '=', id);
  const row = await query.executeTakeFirst();
  if (!row) throw notFound('reservation');
  return row.account_id;
}
