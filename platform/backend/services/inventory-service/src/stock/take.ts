import { notFound, Problem } from '@officina/shared/problems/problem';
import { sql } from 'kysely';

import type { Db } from '../kit';
import type { MovePart } from './moves';

/** Units that have to leave an item's stock. */
export interface Take {
  readonly itemId: string;
  readonly quantity: number;
  /** Only from this batch; first expired first out when nothing is said. */
  readonly batchId?: string | undefined;
  /** Whether expired batches may be taken, as when they are written off. */
  readonly expiredToo: boolean;
}

interface Candidate {
  readonly id: string;
  readonly quantity: number;
}

/** The problem of too little stock, with what there is. */
export function insufficientStock(name: string, wanted: number, there: number): Problem {
  const detail = `${wanted} units of ${name} are wanted, only ${there} can be taken. Ask for fewer or receive goods first.`;
  return new Problem({ status: 409, code: 'insufficient-stock' }, detail);
}

async function candidates(trx: Db, { itemId, batchId, expiredToo }: Take): Promise<Candidate[]> {
  let query = trx
    .selectFrom('batch_stock')
    .select(['id', 'quantity', 'expired'])
    .where('item_id', '=', itemId);
  if (batchId !== undefined) query = query.where('id', '=', batchId);
  const found = await query.orderBy('expires_on').orderBy('lot').execute();
  if (batchId !== undefined && found.length === 0) throw notFound('batch of this item');
  if (!expiredToo && batchId !== undefined && found.some(({ expired }) => expired)) {
    const detail = 'This batch has expired. Dispense from another one and write this one off.';
    throw new Problem({ status: 409, code: 'batch-expired' }, detail);
  }
  return found.filter(({ expired, quantity }) => quantity > 0 && (expiredToo || !expired));
}

function share(from: readonly Candidate[], quantity: number): MovePart[] {
  const parts: MovePart[] = [];
  let open = quantity;
  for (const { id, quantity: there } of from) {
    if (open === 0) break;
    const taken = Math.min(open, there);
    parts.push({ batchId: id, quantity: -taken });
    open -= taken;
  }
  return parts;
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
  const there = from.reduce((sum, { quantity }) => sum + quantity, 0);
  if (there < take.quantity) {
    const query = trx.selectFrom('items').select('name').where('id', '=', take.itemId);
    const { name } = await query.executeTakeFirstOrThrow();
    throw insufficientStock(name, take.quantity, there);
  }
  const parts = share(from, take.quantity);
  await applyParts(trx, parts);
  return parts;
}
