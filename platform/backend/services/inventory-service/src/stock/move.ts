import type { Db, Key } from '../kit';
import { insufficientStock, noSuchBatch } from '../refusals';
import type { Item, Move, NewMove } from '../schema';
import { lockItem, oneItem } from '../store/items';
import { noteMoves } from './moves';
import type { Actor } from './moves';
import type { MovePart } from './sharing';
import { applyParts, takeUnits } from './take';

/** A change of stock by hand: what became of it. */
export interface Moved {
  readonly moves: readonly Move[];
  readonly item: Item;
}

async function addToBatch(trx: Db, key: Key, part: MovePart): Promise<readonly MovePart[]> {
  const query = trx.selectFrom('batches').select('id').where('item_id', '=', key.id);
  if (!(await query.where('id', '=', part.batchId).executeTakeFirst())) {
    throw noSuchBatch();
  }
  await applyParts(trx, [part]);
  return [part];
}

function change(trx: Db, key: Key, wanted: NewMove): Promise<readonly MovePart[]> {
  const { batchId, quantity } = wanted;
  if (wanted.kind === 'adjust' && quantity > 0 && batchId !== undefined) {
    return addToBatch(trx, key, { batchId, quantity });
  }
  const expiredToo = wanted.kind !== 'dispense';
  return takeUnits(trx, { itemId: key.id, quantity: Math.abs(quantity), batchId, expiredToo });
}

async function reservedShortage(trx: Db, key: Key): Promise<number> {
  const { reserved } = await oneItem(trx, key);
  const usable = await trx
    .selectFrom('batch_stock')
    .select((from) => from.fn.coalesce(from.fn.sum<string>('quantity'), from.val('0')).as('sum'))
    .where('item_id', '=', key.id)
    .where('expired', '=', false)
    .executeTakeFirstOrThrow();
  return Math.max(0, reserved - Number(usable.sum));
}

/** Changes an item's stock by hand; what is reserved stays there. */
export function moveStock(
  db: Db,
  key: Key,
  { wanted, actor }: { readonly wanted: NewMove; readonly actor: Actor },
): Promise<Moved> {
  return db.transaction().execute(async (trx) => {
    await lockItem(trx, key);
    const before = await oneItem(trx, key);
    const missingBefore = await reservedShortage(trx, key);
    const parts = await change(trx, key, wanted);
    // Units that expired while they were reserved are short already; they may still be written off.
    if ((await reservedShortage(trx, key)) > missingBefore) {
      throw insufficientStock(before.name, Math.abs(wanted.quantity), before.available);
    }
    const { kind, reason } = wanted;
    const moves = await noteMoves(trx, key, { kind, parts, reason, actor });
    return { moves, item: await oneItem(trx, key) };
  });
}
