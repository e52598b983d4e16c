import { notFound } from '@officina/shared/problems/problem';
import { asGtin14 } from '../../backend/services/inventory-service/src/codes/gtin';
import type { Batch, Item } from '../../backend/services/inventory-service/src/schema';
import { unitsIn } from '../../backend/services/inventory-service/src/stock/sharing';
import { byText } from '../kit';
import type { State, StoredBatch, StoredItem } from './state';

const DAY_MS = 86_400_000;

/** Which account's stock is looked at. */
export interface Place {
  readonly state: State;
  readonly accountId: string;
}

/** Today in UTC, as the service counts. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** In how many days a batch expires; negative when it has. */
export function daysLeft({ expiresOn }: Pick<StoredBatch, 'expiresOn'>): number {
  return Math.round((Date.parse(expiresOn) - Date.parse(today())) / DAY_MS);
}

/** A batch as JSON. */
export function batchOf({ itemId: _, ...batch }: StoredBatch): Batch {
  return { ...batch, expired: batch.expiresOn < today() };
}

/** The batches of an item, first expired first; empty ones too. */
export function batchesOf({ state, accountId }: Place, itemId: string): StoredBatch[] {
  return [...state.of(accountId).batches.values()]
    .filter((batch) => batch.itemId === itemId)
    .sort((a, b) => byText(a.expiresOn, b.expiresOn) || byText(a.lot, b.lot));
}

function reservedOf({ state, accountId }: Place, itemId: string): number {
  const held = [...state.reservations.values()].filter(
    (reservation) => reservation.accountId === accountId && reservation.state === 'held',
  );
  return unitsIn(held.flatMap(({ lines }) => lines).filter((line) => line.itemId === itemId));
}

/** How many units of an item can be used, how many of them are promised. */
export function unitsOf(place: Place, itemId: string) {
  const batches = batchesOf(place, itemId).map(batchOf);
  const usable = unitsIn(batches.filter(({ expired }) => !expired));
  return { batches, usable, reserved: reservedOf(place, itemId) };
}

/** An item with what there is of it, as JSON. */
export function itemOf(place: Place, { number: _n, deleted: _d, ...item }: StoredItem): Item {
  const { batches, usable, reserved } = unitsOf(place, item.id);
  return {
    ...item,
    onHand: unitsIn(batches),
    reserved,
    available: Math.max(0, usable - reserved),
    nextExpiry: batches.find(({ quantity }) => quantity > 0)?.expiresOn ?? null,
  };
}

/** The items on the account's list. */
export function storedItems({ state, accountId }: Place): StoredItem[] {
  return [...state.of(accountId).items.values()].filter(({ deleted }) => !deleted);
}

/**
 * An item on the account's list.
 *
 * @param what how the problem calls it
 * @throws Problem 404; another account's is not there either.
 */
export function storedItem({ state, accountId }: Place, id: string, what = 'item'): StoredItem {
  const item = state.of(accountId).items.get(id);
  if (item && !item.deleted) return item;
  throw notFound(what);
}

/** The item with a GTIN, in whichever length it is written. */
export function itemWithGtin(place: Place, gtin: string): StoredItem | undefined {
  return storedItems(place).find((item) => asGtin14(item.gtin) === asGtin14(gtin));
}
