import { csvHeaders } from '@officina/shared/csv/csv';
import { identity, requireRight } from '@officina/shared/identity/guards';
import { createRoute, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { logFile, pageOfLog } from '../audit/log';
import { auditFilter, auditItem, auditQuery } from '../audit/schema';
import type { UserKit } from '../kit';

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
  api.openapi(list, async (c) =>
    c.json(await pageOfLog(kit, identity(c).accountId, c.req.valid('query')), 200),
  );
  api.openapi(exportCsv, async (c) => {
    const file = await logFile(kit, identity(c).accountId, c.req.valid('query'));
    return c.body(file, 200, csvHeaders('audit-log'));
  });
}
