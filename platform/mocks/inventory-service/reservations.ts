import { randomUUID } from 'node:crypto';
import { notFound } from '@officina/shared/problems/problem';
import { insufficientStock, referenceTaken, wrongState } from '../../backend/services/inventory-service/src/refusals';
import type { NewReservation } from '../../backend/services/inventory-service/src/schema';
import { merged, sameLines } from '../../backend/services/inventory-service/src/stock/lines';
import type { Line } from '../../backend/services/inventory-service/src/stock/lines';
import type { Actor } from '../../backend/services/inventory-service/src/stock/moves';
import { applyDeed, partsFor } from './changes';
import type { State, StoredReservation } from './state';
import { itemOf, storedItem } from './view';
import type { Place } from './view';

function refuseUnknown(place: Place, lines: readonly Line[]): void {
  for (const { itemId } of lines) storedItem(place, itemId, 'item in this account');
}

function refuseShortage(place: Place, lines: readonly Line[]): void {
  for (const { itemId, quantity } of lines) {
    const { name, available } = itemOf(place, storedItem(place, itemId));
    if (available < quantity) throw insufficientStock(name, quantity, available);
  }
}

/** Reserves all lines or none; asked again with the same reference it is the same reservation. */
export function reserve(state: State, { accountId, reference, lines: wanted }: NewReservation): string {
  const place = { state, accountId };
  const lines = merged(wanted);
  refuseUnknown(place, lines);
  const known = [...state.reservations.values()].find(
    (other) => other.accountId === accountId && other.reference === reference && other.state === 'held',
  );
  if (known) {
    if (sameLines(known.lines, lines)) return known.id;
    throw referenceTaken();
  }
  refuseShortage(place, lines);
  const id = randomUUID();
  state.reservations.set(id, { id, accountId, reference, lines, state: 'held' });
  return id;
}

/** A reservation of whatever state. */
export function reservation(state: State, id: string): StoredReservation {
  const found = state.reservations.get(id);
  if (found) return found;
  throw notFound('reservation');
}

/** Gives the units back; once more changes nothing. */
export function release(state: State, id: string): void {
  const found = reservation(state, id);
  if (found.state === 'dispensed') throw wrongState(found.state);
  state.reservations.set(id, { ...found, state: 'released' });
}

/** Takes the reserved units out of stock, first expired first; once more changes nothing. */
export function dispense(state: State, id: string, actor: Actor): void {
  const found = reservation(state, id);
  if (found.state === 'released') throw wrongState(found.state);
  if (found.state === 'dispensed') return;
  const place = { state, accountId: found.accountId };
  refuseUnknown(place, found.lines);
  const shares = found.lines.map(({ itemId, quantity }) => partsFor(place, itemId, { quantity, expiredToo: false }));
  for (const parts of shares) applyDeed(place, { kind: 'dispense', parts, reason: found.reference, actor });
  state.reservations.set(id, { ...found, state: 'dispensed' });
}
