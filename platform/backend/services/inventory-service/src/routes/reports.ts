import { csvHeaders } from '@officina/shared/csv/csv';
import { identity, requireRight } from '@officina/shared/identity/guards';
import { createRoute, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { InventoryKit } from '../kit';
import { EXPORT_LIMIT, movesFile, stockFile, totalsOf } from '../reports/files';
import { readMoves, sumMoves } from '../reports/moves';
import { period, reportedMove } from '../reports/schema';
import { item, pageOf, paging } from '../schema';
import { itemsThatFit } from '../store/items';
import { MOVE_KINDS } from '../tables';

const middleware = requireRight('reports');
const csv = { description: 'The file', content: { 'text/csv': { schema: z.string() } } };
const units = z.number().int();

const stock = createRoute({
  method: 'get',
  path: '/api/inventory/reports/stock',
  summary: 'All items and their stock now',
  middleware,
  responses: {
    200: jsonAnswer(
      z.object({
        items: z.array(item),
        totals: z.object({ items: units, onHand: units, reserved: units, available: units }),
      }),
      'The stock',
    ),
  },
});

const stockCsv = createRoute({
  method: 'get',
  path: '/api/inventory/reports/stock.csv',
  summary: 'All items and their stock now, as CSV',
  middleware,
  responses: { 200: csv },
});

const moves = createRoute({
  method: 'get',
  path: '/api/inventory/reports/moves',
  summary: 'The moves of a period',
  middleware,
  request: { query: period.extend(paging) },
  responses: {
    200: jsonAnswer(
      pageOf(reportedMove).extend({ totals: z.record(z.enum(MOVE_KINDS), units) }),
      'One page of moves, latest first, and the units by kind',
    ),
  },
});

const movesCsv = createRoute({
  method: 'get',
  path: '/api/inventory/reports/moves.csv',
  summary: 'The moves of a period as CSV',
  middleware,
  request: { query: period },
  responses: { 200: csv },
});

function addStockReport(api: Api, { db }: InventoryKit): void {
  api.openapi(stock, async (c) => {
    const items = await itemsThatFit(db, identity(c).accountId, {});
    return c.json({ items, totals: totalsOf(items) }, 200);
  });
  api.openapi(stockCsv, async (c) => {
    const items = await itemsThatFit(db, identity(c).accountId, {});
    return c.body(stockFile(items), 200, csvHeaders('stock'));
  });
}

/** Reports on stock and moves. */
export function addReports(api: Api, kit: InventoryKit): void {
  const { db } = kit;
  addStockReport(api, kit);
  api.openapi(moves, async (c) => {
    const { accountId } = identity(c);
    const query = c.req.valid('query');
    const { page, pageSize } = query;
    const part = { ...query, offset: (page - 1) * pageSize, limit: pageSize };
    const [items, sums] = await Promise.all([
      readMoves(db, accountId, part),
      sumMoves(db, accountId, query),
    ]);
    return c.json({ items, page, pageSize, ...sums }, 200);
  });
  api.openapi(movesCsv, async (c) => {
    const wanted = { ...c.req.valid('query'), offset: 0, limit: EXPORT_LIMIT };
    const found = await readMoves(db, identity(c).accountId, wanted);
    return c.body(movesFile(found), 200, csvHeaders('stock-moves'));
  });
}
