import { sql } from 'kysely';
import type { Selectable } from 'kysely';

import { endOf } from '../../audit/schema';
import type { AuditFilter, AuditItem } from '../../audit/schema';
import type { UserTables } from '../../tables';
import type { Part } from '../userStore';
import type { Db } from './db';

function filtered(db: Db, accountId: string, filter: AuditFilter) {
  let query = db.selectFrom('audit_entries').where('account_id', '=', accountId);
  if (filter.actor) query = query.where('actor_id', '=', filter.actor);
  if (filter.action) query = query.where('action', '=', filter.action);
  if (filter.from) query = query.where('at', '>=', new Date(filter.from));
  if (filter.to) query = query.where('at', '<', endOf(filter.to));
  if (filter.search) {
    const pattern = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`;
    const text = sql`concat_ws(' ', actor_name, action, target_name, details::text)`;
    query = query.where(sql<boolean>`${text} ilike ${pattern}`);
  }
  return query;
}

function itemOf(row: Selectable<UserTables['audit_entries']>): AuditItem {
  const { target_type: type, target_id: id, target_name: name } = row;
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { id: row.actor_id, name: row.actor_name },
    action: row.action,
    target: type === null ? null : { type, id: id ?? '', name: name ?? '' },
    details: { ...row.details },
  };
}

/** One part of the entries that fit, newest first. */
export async function readEntries(
  db: Db,
  accountId: string,
  wanted: AuditFilter & Part,
): Promise<AuditItem[]> {
  const rows = await filtered(db, accountId, wanted)
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id')
    .offset(wanted.offset)
    .limit(wanted.limit)
    .execute();
  return rows.map(itemOf);
}

/** How many entries fit. */
export async function countEntries(
  db: Db,
  accountId: string,
  filter: AuditFilter,
): Promise<number> {
  const { count } = await filtered(db, accountId, filter)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
