import { AUTH_ACTIONS, LOCATION_ACTIONS, USER_ACTIONS } from '@officina/shared/audit/actions';
import { auditTarget } from '@officina/shared/audit/entry';
import { instant, z } from '@officina/shared/service/api';

import { paging } from '../schema';

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

/** The first instant after a filter's end: a day without an hour means all of it. */
export function endOf(to: string): Date {
  const end = new Date(to);
  if (day.safeParse(to).success) end.setUTCDate(end.getUTCDate() + 1);
  return end;
}
