import { sql } from 'kysely';

import type { Db } from '../kit';
import type { MoveKind } from '../tables';
import { moveOf, movesWithLots } from '../stock/moves';
import { boundsOf } from './schema';
import type { Period, ReportedMove } from './schema';

function within(db: Db, accountId: string, wanted: Period) {
  const { start, end } = boundsOf(wanted);
  let query = movesWithLots(db)
    .innerJoin('items', 'items.id', 'moves.item_id')
    .where('moves.account_id', '=', accountId);
  if (start) query = query.where('moves.at', '>=', start);
  if (end) query = query.where('moves.at', '<', end);
  return query;
}

/** Moves of the period, latest first. */
export async function readMoves(
  db: Db,
  accountId: string,
  wanted: Period & { readonly offset: number; readonly limit: number },
): Promise<ReportedMove[]> {
  const rows = await within(db, accountId, wanted)
    .select(['items.name', 'items.strength', 'items.form'])
    .orderBy('moves.number', 'desc')
    .offset(wanted.offset)
    .limit(wanted.limit)
    .execute();
  return rows.map((row) => ({
    ...moveOf(row),
    item: { id: row.item_id, name: row.name, strength: row.strength, form: row.form },
  }));
}

/** How many units came and went in the period, by kind, and how many moves there were. */
export async function sumMoves(db: Db, accountId: string, wanted: Period) {
  const rows = await within(db, accountId, wanted)
    .clearSelect()
    .select(['moves.kind', sql<number>`sum(moves.quantity)::int`.as('units')])
    .select(sql<number>`count(*)::int`.as('moves'))
    .groupBy('moves.kind')
    .execute();
  const unitsOf = (kind: MoveKind) => rows.find((row) => row.kind === kind)?.units ?? 0;
  const totals = {
    receive: unitsOf('receive'),
    adjust: unitsOf('adjust'),
    waste: unitsOf('waste'),
    dispense: unitsOf('dispense'),
  };
  return { total: rows.reduce((sum, { moves }) => sum + moves, 0), totals };
}
