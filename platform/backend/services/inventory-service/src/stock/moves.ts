import { notFound } from '@officina/shared/problems/problem';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';

import type { Db, Key } from '../kit';
import type { Move } from '../schema';
import type { InventoryTables, MoveKind } from '../tables';
import type { MovePart } from './sharing';

/** Who changes stock; another service has no id. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
}

/** What is written down of a change of stock. */
export interface Deed {
  readonly kind: MoveKind;
  readonly parts: readonly MovePart[];
  readonly reason: string;
  readonly actor: Actor;
}

type Row = Selectable<InventoryTables['moves']> & { readonly lot: string };

/** A move with its lot as JSON. */
export function moveOf(row: Row): Move {
  return {
    id: row.id,
    kind: row.kind,
    quantity: row.quantity,
    lot: row.lot,
    reason: row.reason,
    actor: { id: row.actor_id, name: row.actor_name },
    at: row.at.toISOString(),
  };
}

/** The moves together with the lots of their batches. */
export const movesWithLots = (db: Db) =>
  db
    .selectFrom('moves')
    .innerJoin('batches', 'batches.id', 'moves.batch_id')
    .selectAll('moves')
    .select('batches.lot');

/** Writes moves down; returns them in the order of their parts. */
export async function noteMoves(
  trx: Db,
  { id, accountId }: Key,
  { kind, parts, reason, actor }: Deed,
): Promise<Move[]> {
  const values = parts.map(({ batchId, quantity }) => ({
    account_id: accountId,
    item_id: id,
    batch_id: batchId,
    kind,
    quantity,
    reason,
    actor_id: actor.id,
    actor_name: actor.name,
  }));
  const noted = await trx.insertInto('moves').values(values).returning('id').execute();
  const ids = noted.map((row) => row.id);
  const rows = await movesWithLots(trx).where('moves.id', 'in', ids).orderBy('number').execute();
  return rows.map(moveOf);
}

/** One page of an item's moves, latest first. */
export async function pageOfMoves(
  db: Db,
  key: Key,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
) {
  const own = db.selectFrom('items').select('id').where('account_id', '=', key.accountId);
  if (!(await own.where('id', '=', key.id).executeTakeFirst())) throw notFound('item');
  const [rows, { total }] = await Promise.all([
    movesWithLots(db)
      .where('moves.item_id', '=', key.id)
      .orderBy('number', 'desc')
      .offset((page - 1) * pageSize)
      .limit(pageSize)
      .execute(),
    db
      .selectFrom('moves')
      .select(sql<number>`count(*)::int`.as('total'))
      .where('item_id', '=', key.id)
      .executeTakeFirstOrThrow(),
  ]);
  return { items: rows.map(moveOf), total, page, pageSize };
}
