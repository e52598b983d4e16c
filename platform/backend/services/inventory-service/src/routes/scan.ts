import { identity, requireRight } from '@officina/shared/identity/guards';
import { createRoute, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { readCode } from '../codes/scan';
import type { InventoryKit } from '../kit';
import { unknownCode } from '../refusals';
import { batch, codeParams, item } from '../schema';
import { batchOfLot } from '../stock/batches';
import { itemWithGtin } from '../store/items';

const parsed = z.object({
  kind: z.enum(['gtin', 'gs1']),
  gtin: z.string(),
  lot: z.string().nullable(),
  expiresOn: z.iso.date().nullable(),
  serial: z.string().nullable(),
});

const scan = createRoute({
  method: 'get',
  path: '/api/inventory/scan/{code}',
  summary: 'What a scanned code stands for',
  middleware: requireRight('inventory'),
  request: { params: codeParams },
  responses: {
    200: jsonAnswer(z.object({ item, batch: z.union([batch, z.null()]), parsed }), 'The item and its batch'),
  },
});

/** Looking scanned codes up. */
export function addScan(api: Api, { db }: InventoryKit): void {
  api.openapi(scan, async (c) => {
    const code = readCode(c.req.valid('param').code);
    const found = await itemWithGtin(db, identity(c).accountId, code.gtin);
    if (!found) throw unknownCode(code.gtin);
    const known = code.lot === null ? null : await batchOfLot(db, found.id, code.lot);
    return c.json({ item: found, batch: known, parsed: code }, 200);
  });
}
