import type { Db } from '../kit';
import type { Batch, Item } from '../schema';
import { itemOf, batchOf } from '../store/rows';

/** A batch about to expire, or expired, and whose it is. */
export interface ExpiringBatch {
  readonly item: Pick<Item, 'id' | 'name' | 'strength' | 'form'>;
  readonly batch: Batch;
  readonly daysLeft: number;
}

/** Batches with units in them that expire within so many days, the first first. */
export async function expiringBatches(
  db: Db,
  accountId: string,
  days: number,
): Promise<ExpiringBatch[]> {
  const rows = await db
    .selectFrom('batch_stock')
    .innerJoin('items', 'items.id', 'batch_stock.item_id')
    .selectAll('batch_stock')
    .select(['items.name', 'items.strength', 'items.form'])
    .where('items.account_id', '=', accountId)
    .where('items.deleted_at', 'is', null)
    .where('batch_stock.quantity', '>', 0)
    .where('batch_stock.days_left', '<=', days)
    .orderBy('batch_stock.expires_on')
    .orderBy('items.name')
    .orderBy('batch_stock.lot')
    .execute();
  return rows.map((row) => ({
    item: { id: row.item_id, name: row.name, strength: row.strength, form: row.form },
    batch: batchOf(row),
    daysLeft: row.days_left,
  }));
}

/** Items at or below their reorder level, with what is missing to the target level. */
export async function reorderSuggestions(db: Db, accountId: string) {
  const rows = await db
    .selectFrom('item_stock')
    .selectAll()
    .where('account_id', '=', accountId)
    .whereRef('available', '<=', 'reorder_level')
    .whereRef('available', '<', 'target_level')
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ item: itemOf(row), quantity: row.target_level - row.available }));
}
