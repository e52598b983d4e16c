import { isUniqueViolation } from '@officina/shared/database/errors';
import { notFound } from '@officina/shared/problems/problem';
import { sql } from 'kysely';

import { asGtin14 } from '../codes/gtin';
import type { Db, Key } from '../kit';
import { gtinTaken, refuseStockLeft, refuseTargetBelowReorder } from '../refusals';
import { EXPIRY_DAYS } from '../schema';
import type { Item, ItemChange, ItemQuery, NewItem } from '../schema';
import { itemOf } from './rows';

const SORT_COLUMNS = {
  name: 'name',
  available: 'available',
  onHand: 'on_hand',
  nextExpiry: 'next_expiry',
  createdAt: 'created_at',
} as const;

function expiringItemIds(db: Db, accountId: string) {
  return db
    .selectFrom('batch_stock')
    .innerJoin('items', 'items.id', 'batch_stock.item_id')
    .select('batch_stock.item_id')
    .where('items.account_id', '=', accountId)
    .where('batch_stock.quantity', '>', 0)
    .where('batch_stock.days_left', '<=', EXPIRY_DAYS);
}

function filtered(db: Db, accountId: string, { search, filter }: Partial<ItemQuery>) {
  let query = db.selectFrom('item_stock').where('account_id', '=', accountId);
  if (filter === 'out') query = query.where('available', '=', 0);
  if (filter === 'low') {
    query = query.where('available', '>', 0).whereRef('available', '<=', 'reorder_level');
  }
  if (filter === 'expiring') query = query.where('id', 'in', expiringItemIds(db, accountId));
  if (search) {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    const text = sql`concat_ws(' ', name, strength, form, gtin14)`;
    query = query.where(sql<boolean>`${text} ilike ${pattern}`);
  }
  return query;
}

/** All items that fit, by name. */
export async function itemsThatFit(
  db: Db,
  accountId: string,
  filter: Partial<ItemQuery>,
): Promise<Item[]> {
  const rows = await filtered(db, accountId, filter).selectAll().orderBy('name').orderBy('id').execute();
  return rows.map(itemOf);
}

/** One page of items. */
export async function pageOfItems(db: Db, accountId: string, wanted: ItemQuery) {
  const { page, pageSize, sort } = wanted;
  const fitting = filtered(db, accountId, wanted);
  const [rows, { total }] = await Promise.all([
    fitting
      .selectAll()
      .orderBy(SORT_COLUMNS[sort.field], (order) =>
        (sort.descending ? order.desc() : order.asc()).nullsLast(),
      )
      .orderBy('id')
      .offset((page - 1) * pageSize)
      .limit(pageSize)
      .execute(),
    fitting.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
  ]);
  return { items: rows.map(itemOf), total, page, pageSize };
}

/** The item; another account's is not there. */
export async function oneItem(db: Db, { id, accountId }: Key): Promise<Item> {
  const row = await db
    .selectFrom('item_stock')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (!row) throw notFound('item');
  return itemOf(row);
}

/** The item with this GTIN, in whichever length it is written. */
export async function itemWithGtin(db: Db, accountId: string, gtin: string): Promise<Item | undefined> {
  const row = await db
    .selectFrom('item_stock')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('gtin14', '=', asGtin14(gtin))
    .executeTakeFirst();
  return row && itemOf(row);
}

/** Those of the items that there are in the account, by name. */
export async function itemsWithIds(
  db: Db,
  accountId: string,
  ids: readonly string[],
): Promise<Item[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('item_stock')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('id', 'in', ids)
    .orderBy('name')
    .execute();
  return rows.map(itemOf);
}

/** Adds an item without stock. */
export async function addItem(db: Db, accountId: string, wanted: NewItem): Promise<Item> {
  const { gtin, name, strength, form, reorderLevel, targetLevel } = wanted;
  const values = {
    account_id: accountId,
    gtin,
    gtin14: asGtin14(gtin),
    name,
    strength,
    form,
    reorder_level: reorderLevel,
    target_level: targetLevel,
  };
  const { id } = await db
    .insertInto('items')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      throw isUniqueViolation(error, 'items_gtin_unique') ? gtinTaken(error) : error;
    });
  return oneItem(db, { id, accountId });
}

/** Changes what is known of an item. */
export async function changeItem(db: Db, key: Key, change: ItemChange): Promise<Item> {
  await db.transaction().execute(async (trx) => {
    await lockItem(trx, key);
    const next = { ...(await oneItem(trx, key)), ...change };
    refuseTargetBelowReorder(next);
    await trx
      .updateTable('items')
      .set({
        name: next.name,
        strength: next.strength,
        form: next.form,
        reorder_level: next.reorderLevel,
        target_level: next.targetLevel,
      })
      .where('id', '=', key.id)
      .execute();
  });
  return oneItem(db, key);
}

/** Holds the item until the transaction ends: whoever changes its stock does this first. */
export async function lockItem(trx: Db, { id, accountId }: Key): Promise<void> {
  const row = await trx
    .selectFrom('items')
    .select('id')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('item');
}

/** Takes an item off the list; its moves stay in the reports. */
export async function removeItem(db: Db, key: Key): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockItem(trx, key);
    refuseStockLeft(await oneItem(trx, key));
    await trx.updateTable('items').set({ deleted_at: new Date() }).where('id', '=', key.id).execute();
  });
}
