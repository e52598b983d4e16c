import { AUTH_ACTIONS, LOCATION_ACTIONS, USER_ACTIONS } from '@officina/shared/audit/actions';
import { auditTarget } from '@officina/shared/audit/entry';
import { instant, z } from '@officina/shared/service/api';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';

import type { Db } from '../kit';
import { paging } from '../schema';
import type { UserTables } from '../tables';

/** Every action the audit log knows. */
export const KNOWN_ACTIONS: readonly string[] = [
  ...USER_ACTIONS,
  ...LOCATION_ACTIONS,
  ...AUTH_ACTIONS.map((name) => `auth.${name}`),
].sort();

/** An entry of the audit log. */
export const auditItem = z
  .object({
    id: z.uuid(),
    at: instant,
    actor: z.object({ id: z.uuid().nullable(), name: z.string() }),
    action: z.string(),
    target: auditTarget.nullable(),
    details: z.record(z.string(), z.unknown()),
  })
  .openapi('AuditItem');

/** An entry's JSON. */
export type AuditItem = z.output<typeof auditItem>;

const nothing = z.literal('').transform(() => undefined);
const day = z.iso.date();
const moment = z.iso.datetime({ offset: true });
const startOf = z.union([nothing, day, moment]).optional();

const filters = {
  actor: z.union([nothing, z.uuid()]).optional(),
  action: z.string().trim().max(100).optional(),
  from: startOf,
  to: startOf,
  search: z.string().trim().max(200).optional(),
};

/** Which entries are wanted. */
export const auditFilter = z.object(filters);
/** Which entries are wanted, and which page of them. */
export const auditQuery = z.object({ ...filters, ...paging });

/** Which entries are wanted, read. */
export type AuditFilter = z.output<typeof auditFilter>;

// A day without an hour means all of it.
function endOf(to: string): Date {
  const end = new Date(to);
  if (day.safeParse(to).success) end.setUTCDate(end.getUTCDate() + 1);
  return end;
}

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
  wanted: AuditFilter & { readonly offset: number; readonly limit: number },
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
