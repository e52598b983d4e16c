import { z } from '@officina/shared/service/api';
import { sql } from 'kysely';

import type { Db } from '../kit';
import { item, move } from '../schema';
import type { MoveKind } from '../tables';
import { moveOf, movesWithLots } from '../stock/moves';

/** A move and what was moved. */
export const reportedMove = move
  .extend({ item: item.pick({ id: true, name: true, strength: true, form: true }) })
  .openapi('ReportedMove');
/** A reported move's JSON. */
export type ReportedMove = z.output<typeof reportedMove>;

const day = z.union([z.literal('').transform(() => undefined), z.iso.date()]).optional();

/** From the beginning of one day to the end of another. */
export const period = z.object({ from: day, to: day });
/** A period, read. */
export type Period = z.output<typeof period>;

function within(db: Db, accountId: string, { from, to }: Period) {
  let query = movesWithLots(db)
    .innerJoin('items', 'items.id', 'moves.item_id')
    .where('moves.account_id', '=', accountId);
  if (from) query = query.where('moves.at', '>=', new Date(from));
  if (to) query = query.where('moves.at', '<', new Date(Date.parse(to) + 86_400_000));
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
