import { csvLine } from '@officina/shared/csv/csv';

import type { Item } from '../schema';
import type { ReportedMove } from './schema';

/** The most moves that are put into one file. */
export const EXPORT_LIMIT = 50_000;

const STOCK_HEAD = [
  ...['gtin', 'name', 'strength', 'form', 'on hand', 'reserved', 'available'],
  ...['reorder level', 'target level', 'next expiry'],
];
const MOVES_HEAD = ['at', 'kind', 'quantity', 'name', 'strength', 'form', 'lot', 'reason', 'by'];

/** All items and their stock as CSV. */
export function stockFile(items: readonly Item[]): string {
  const rows = items.map((each) => [
    ...[each.gtin, each.name, each.strength, each.form],
    ...[each.onHand, each.reserved, each.available, each.reorderLevel, each.targetLevel],
    each.nextExpiry ?? '',
  ]);
  return [STOCK_HEAD, ...rows].map(csvLine).join('');
}

/** Moves as CSV. */
export function movesFile(moves: readonly ReportedMove[]): string {
  const rows = moves.map(({ item: of, ...each }) => [
    ...[each.at, each.kind, each.quantity, of.name, of.strength, of.form],
    ...[each.lot, each.reason, each.actor.name],
  ]);
  return [MOVES_HEAD, ...rows].map(csvLine).join('');
}

/** What there is of all items together. */
export function totalsOf(items: readonly Item[]) {
  const sum = (of: 'onHand' | 'reserved' | 'available') =>
    items.reduce((total, each) => total + each[of], 0);
  return {
    items: items.length,
    onHand: sum('onHand'),
    reserved: sum('reserved'),
    available: sum('available'),
  };
}
