import { randomUUID } from 'node:crypto';
import { notFound } from '@officina/shared/problems/problem';
import {
  gtinTaken,
  insufficientStock,
  noSuchBatch,
  refuseOtherExpiry,
  refuseStockLeft,
  refuseTargetBelowReorder,
} from '../../backend/services/inventory-service/src/refusals';
import type {
  Batch,
  GoodsReceived,
  Item,
  ItemChange,
  Move,
  NewItem,
  NewMove,
} from '../../backend/services/inventory-service/src/schema';
import type { Actor, Deed } from '../../backend/services/inventory-service/src/stock/moves';
import { share, takeable, unitsIn } from '../../backend/services/inventory-service/src/stock/sharing';
import type { MovePart, Source } from '../../backend/services/inventory-service/src/stock/sharing';
import { moveOf } from './lists';
import type { StoredBatch, StoredMove } from './state';
import { batchesOf, batchOf, itemOf, itemWithGtin, storedItem, unitsOf } from './view';
import type { Place } from './view';

// Nothing here waits for anything: a change is done as a whole or refused before it begins.

/** Adds an item without stock. */
export function addItem(place: Place, wanted: NewItem): Item {
  if (itemWithGtin(place, wanted.gtin)) throw gtinTaken();
  const { items } = place.state.of(place.accountId);
  const own = { id: randomUUID(), createdAt: new Date().toISOString(), number: items.size, deleted: false };
  const item = { ...wanted, ...own };
  items.set(item.id, item);
  return itemOf(place, item);
}

/** Changes what is known of an item. */
export function changeItem(place: Place, id: string, change: ItemChange): Item {
  const next = { ...storedItem(place, id), ...change };
  refuseTargetBelowReorder(next);
  place.state.of(place.accountId).items.set(id, next);
  return itemOf(place, next);
}

/** Takes an item off the list; its moves stay in the reports. */
export function removeItem(place: Place, id: string): void {
  const item = storedItem(place, id);
  refuseStockLeft(itemOf(place, item));
  place.state.of(place.accountId).items.set(id, { ...item, deleted: true });
}

/** Changes what is in the batches and writes the moves down; returns them in the order of their parts. */
export function applyDeed({ state, accountId }: Place, { kind, parts, reason, actor }: Deed): Move[] {
  const { batches, moves } = state.of(accountId);
  const noted = parts.map(({ batchId, quantity }): StoredMove => {
    const batch = batches.get(batchId);
    if (!batch) throw notFound('batch');
    batches.set(batchId, { ...batch, quantity: batch.quantity + quantity });
    const { itemId, lot } = batch;
    return { id: randomUUID(), itemId, kind, quantity, lot, reason, actor, at: new Date().toISOString() };
  });
  moves.push(...noted);
  return noted.map(moveOf);
}

/** Adds goods that came in: to their lot when it is known, as a new batch otherwise. */
export function receive(place: Place, id: string, { goods, actor }: { readonly goods: GoodsReceived; readonly actor: Actor }): Batch {
  const { id: itemId } = storedItem(place, id);
  const { lot, expiresOn, quantity } = goods;
  const known = batchesOf(place, itemId).find((batch) => batch.lot === lot);
  refuseOtherExpiry(known ?? null, goods);
  const fresh = { itemId, lot, expiresOn, quantity: 0, createdAt: new Date().toISOString() };
  const batch: StoredBatch = known ?? { id: randomUUID(), ...fresh };
  place.state.of(place.accountId).batches.set(batch.id, batch);
  applyDeed(place, { kind: 'receive', parts: [{ batchId: batch.id, quantity }], reason: 'Goods received', actor });
  return batchOf({ ...batch, quantity: batch.quantity + quantity });
}

/** From which batches units are taken, first expired first; refuses when there are too few. */
export function partsFor(place: Place, id: string, { quantity, ...source }: Source & { readonly quantity: number }): MovePart[] {
  const from = takeable(batchesOf(place, id).map(batchOf), source);
  const there = unitsIn(from);
  if (there < quantity) throw insufficientStock(storedItem(place, id).name, quantity, there);
  return share(from, quantity);
}

function partsOf(place: Place, id: string, wanted: NewMove): MovePart[] {
  const { batchId, quantity } = wanted;
  if (wanted.kind === 'adjust' && quantity > 0 && batchId !== undefined) {
    if (!batchesOf(place, id).some((batch) => batch.id === batchId)) throw noSuchBatch();
    return [{ batchId, quantity }];
  }
  return partsFor(place, id, { quantity: Math.abs(quantity), batchId, expiredToo: wanted.kind !== 'dispense' });
}

/** Changes an item's stock by hand; what is reserved stays there. */
export function moveStock(place: Place, id: string, { wanted, actor }: { readonly wanted: NewMove; readonly actor: Actor }) {
  const before = itemOf(place, storedItem(place, id));
  const parts = partsOf(place, id, wanted);
  const { batches, usable, reserved } = unitsOf(place, id);
  const isUsable = new Set(batches.filter(({ expired }) => !expired).map((batch) => batch.id));
  const change = unitsIn(parts.filter(({ batchId }) => isUsable.has(batchId)));
  // Units that expired while they were reserved are short already; they may still be written off.
  if (Math.max(0, reserved - usable - change) > Math.max(0, reserved - usable)) {
    throw insufficientStock(before.name, Math.abs(wanted.quantity), before.available);
  }
  const { kind, reason } = wanted;
  const moves = applyDeed(place, { kind, parts, reason, actor });
  return { moves, item: itemOf(place, storedItem(place, id)) };
}
