import { sql } from 'kysely';

import type { Db, Key } from '../kit';
import { refuseOtherExpiry } from '../refusals';
import type { Batch, GoodsReceived } from '../schema';
import { lockItem, oneItem } from '../store/items';
import { batchOf } from '../store/rows';
import { noteMoves } from './moves';
import type { Actor } from './moves';

/** The batches of an item, first expired first; empty ones too. */
export async function batchesOf(db: Db, key: Key): Promise<Batch[]> {
  await oneItem(db, key);
  const rows = await db
    .selectFrom('batch_stock')
    .selectAll()
    .where('item_id', '=', key.id)
    .orderBy('expires_on')
    .orderBy('lot')
    .execute();
  return rows.map(batchOf);
}

async function oneBatch(db: Db, id: string): Promise<Batch> {
  const query = db.selectFrom('batch_stock').selectAll().where('id', '=', id);
  return batchOf(await query.executeTakeFirstOrThrow());
}

/** The batch of an item with this lot. */
export async function batchOfLot(db: Db, itemId: string, lot: string): Promise<Batch | null> {
  const row = await db
    .selectFrom('batch_stock')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('lot', '=', lot)
    .executeTakeFirst();
  return row ? batchOf(row) : null;
}

/** Adds goods that came in: to their lot when it is known, as a new batch otherwise. */
export function receive(
  db: Db,
  key: Key,
  { goods, actor }: { readonly goods: GoodsReceived; readonly actor: Actor },
): Promise<Batch> {
  return db.transaction().execute(async (trx) => {
    await lockItem(trx, key);
    refuseOtherExpiry(await batchOfLot(trx, key.id, goods.lot), goods);
    const { id } = await trx
      .insertInto('batches')
      .values({
        item_id: key.id,
        lot: goods.lot,
        expires_on: goods.expiresOn,
        quantity: goods.quantity,
      })
      .onConflict((conflict) =>
        conflict
          .constraint('batches_lot_unique')
          .doUpdateSet({ quantity: sql`batches.quantity + excluded.quantity` }),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    const parts = [{ batchId: id, quantity: goods.quantity }];
    await noteMoves(trx, key, { kind: 'receive', parts, reason: 'Goods received', actor });
    return oneBatch(trx, id);
  });
}
