import { csvHeaders } from '@officina/shared/csv/csv';
import { identity, requireRight } from '@officina/shared/identity/guards';
import { createRoute, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { collectAuthEvents } from '../audit/collect';
import { auditLine, CSV_HEAD } from '../audit/csv';
import {
  auditFilter,
  auditItem,
  auditQuery,
  countEntries,
  KNOWN_ACTIONS,
  readEntries,
} from '../audit/query';
import type { UserKit } from '../kit';

const EXPORT_LIMIT = 50_000;

const list = createRoute({
  method: 'get',
  path: '/api/audit',
  summary: 'Search the audit log',
  middleware: requireRight('users'),
  request: { query: auditQuery },
  responses: {
    200: jsonAnswer(
      z.object({
        items: z.array(auditItem),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
        actions: z.array(z.string()),
      }),
      'One page of entries, newest first',
    ),
  },
});

const exportCsv = createRoute({
  method: 'get',
  path: '/api/audit/export.csv',
  summary: 'The audit log as CSV',
  middleware: requireRight('users'),
  request: { query: auditFilter },
  responses: {
    200: { description: 'The file', content: { 'text/csv': { schema: z.string() } } },
  },
});

/** Reading and exporting the audit log. */
export function addAudit(api: Api, kit: UserKit): void {
  const { db } = kit;
  api.openapi(list, async (c) => {
    const { accountId } = identity(c);
    const query = c.req.valid('query');
    const { page, pageSize } = query;
    await collectAuthEvents(kit, accountId);
    const part = { ...query, offset: (page - 1) * pageSize, limit: pageSize };
    const [items, total] = await Promise.all([
      readEntries(db, accountId, part),
      countEntries(db, accountId, query),
    ]);
    return c.json({ items, total, page, pageSize, actions: [...KNOWN_ACTIONS] }, 200);
  });
  api.openapi(exportCsv, async (c) => {
    const { accountId } = identity(c);
    await collectAuthEvents(kit, accountId);
    const wanted = { ...c.req.valid('query'), offset: 0, limit: EXPORT_LIMIT };
    const items = await readEntries(db, accountId, wanted);
    return c.body(CSV_HEAD + items.map(auditLine).join(''), 200, csvHeaders('audit-log'));
  });
}
