import { sql } from 'kysely';

import type { Db } from '../kit';
import { insufficientStock } from '../refusals';
import { share, takeable, unitsIn } from './sharing';
import type { Candidate, MovePart, Source } from './sharing';

/** Units that have to leave an item's stock. */
export interface Take extends Source {
  readonly itemId: string;
  readonly quantity: number;
}

// First expired first out.
async function candidates(trx: Db, { itemId, ...source }: Take): Promise<Candidate[]> {
  const found = await trx
    .selectFrom('batch_stock')
    .select(['id', 'quantity', 'expired'])
    .where('item_id', '=', itemId)
    .orderBy('expires_on')
    .orderBy('lot')
    .execute();
  return takeable(found, source);
}

/** Changes what is in the batches. */
export async function applyParts(trx: Db, parts: readonly MovePart[]): Promise<void> {
  for (const { batchId, quantity } of parts) {
    await trx
      .updateTable('batches')
      .set({ quantity: sql`quantity + ${quantity}` })
      .where('id', '=', batchId)
      .execute();
  }
}

/** Takes units out of the batches of a locked item; refuses when there are too few. */
export async function takeUnits(trx: Db, take: Take): Promise<MovePart[]> {
  const from = await candidates(trx, take);
  const there = unitsIn(from);
  if (there < take.quantity) {
    const query = trx.selectFrom('items').select('name').where('id', '=', take.itemId);
    const { name } = await query.executeTakeFirstOrThrow();
    throw insufficientStock(name, take.quantity, there);
  }
  const parts = share(from, take.quantity);
  await applyParts(trx, parts);
  return parts;
}
