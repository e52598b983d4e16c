import { asGtin14 } from '../../backend/services/inventory-service/src/codes/gtin';
import { boundsOf } from '../../backend/services/inventory-service/src/reports/schema';
import type { Period, ReportedMove } from '../../backend/services/inventory-service/src/reports/schema';
import { EXPIRY_DAYS } from '../../backend/services/inventory-service/src/schema';
import type { Item, ItemQuery, Move } from '../../backend/services/inventory-service/src/schema';
import { MOVE_KINDS } from '../../backend/services/inventory-service/src/tables';
import { byText, contains, page } from '../kit';
import type { StoredItem, StoredMove } from './state';
import { batchesOf, batchOf, daysLeft, itemOf, storedItems } from './view';
import type { Place } from './view';

type Filter = Partial<Pick<ItemQuery, 'search' | 'filter'>>;

function fits(place: Place, item: Item, { search, filter }: Filter): boolean {
  const { id, available, reorderLevel, name, strength, form, gtin } = item;
  if (search && !contains([name, strength, form, asGtin14(gtin)].join(' '), search)) return false;
  if (filter === 'out') return available === 0;
  if (filter === 'low') return available > 0 && available <= reorderLevel;
  if (filter !== 'expiring') return true;
  return batchesOf(place, id).some((batch) => batch.quantity > 0 && daysLeft(batch) <= EXPIRY_DAYS);
}

/** All items that fit, by name. */
export function itemsThatFit(place: Place, filter: Filter): Item[] {
  return storedItems(place)
    .map((stored) => itemOf(place, stored))
    .filter((item) => fits(place, item, filter))
    .sort((a, b) => byText(a.name, b.name) || byText(a.id, b.id));
}

const COMPARE: Readonly<Record<ItemQuery['sort']['field'], (a: Listed, b: Listed) => number>> = {
  name: (a, b) => byText(a.item.name, b.item.name),
  available: (a, b) => a.item.available - b.item.available,
  onHand: (a, b) => a.item.onHand - b.item.onHand,
  nextExpiry: (a, b) => byText(a.item.nextExpiry ?? '', b.item.nextExpiry ?? ''),
  createdAt: (a, b) => a.stored.number - b.stored.number,
};

interface Listed {
  readonly stored: StoredItem;
  readonly item: Item;
}

/** One page of items; those without a value of the sort's field come last, up or down. */
export function pageOfItems(place: Place, query: ItemQuery) {
  const { field, descending } = query.sort;
  const isEmpty = ({ item }: Listed) => (field === 'nextExpiry' && item.nextExpiry === null ? 1 : 0);
  const found = storedItems(place)
    .map((stored) => ({ stored, item: itemOf(place, stored) }))
    .filter(({ item }) => fits(place, item, query))
    .sort((a, b) => {
      const order = isEmpty(a) - isEmpty(b) || COMPARE[field](a, b) * (descending ? -1 : 1);
      return order || byText(a.item.id, b.item.id);
    });
  return page(found.map(({ item }) => item), query);
}

/** Batches with units in them that expire within so many days, the first first. */
export function expiringBatches(place: Place, days: number) {
  return storedItems(place)
    .flatMap((item) => batchesOf(place, item.id).map((batch) => ({ item, batch })))
    .filter(({ batch }) => batch.quantity > 0 && daysLeft(batch) <= days)
    .sort(
      (a, b) =>
        byText(a.batch.expiresOn, b.batch.expiresOn) ||
        byText(a.item.name, b.item.name) ||
        byText(a.batch.lot, b.batch.lot),
    )
    .map(({ item: { id, name, strength, form }, batch }) => ({
      item: { id, name, strength, form },
      batch: batchOf(batch),
      daysLeft: daysLeft(batch),
    }));
}

/** A move as JSON. */
export function moveOf({ itemId: _, ...move }: StoredMove): Move {
  return move;
}

/** The moves of a period, latest first, with what was moved. */
export function movesWithin({ state, accountId }: Place, period: Period): ReportedMove[] {
  const { start, end } = boundsOf(period);
  const { moves, items } = state.of(accountId);
  return [...moves]
    .reverse()
    .filter(({ at }) => (!start || new Date(at) >= start) && (!end || new Date(at) < end))
    .map((move) => {
      const { name = '', strength = '', form = '' } = items.get(move.itemId) ?? {};
      return { ...moveOf(move), item: { id: move.itemId, name, strength, form } };
    });
}

/** How many units came and went in some moves, by kind. */
export function unitsByKind(moves: readonly Pick<Move, 'kind' | 'quantity'>[]) {
  const [receive, adjust, waste, dispense] = MOVE_KINDS.map((kind) =>
    moves.reduce((sum, move) => (move.kind === kind ? sum + move.quantity : sum), 0),
  );
  return { receive, adjust, waste, dispense };
}
