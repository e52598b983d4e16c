import { identity, requireRight } from '@officina/shared/identity/guards';
import { createRoute, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import type { InventoryKit } from '../kit';
import { alertQuery, batch, item } from '../schema';
import { expiringBatches, reorderSuggestions } from '../stock/attention';
import { itemsThatFit } from '../store/items';

const middleware = requireRight('inventory');
const itemName = z.object({ id: z.uuid(), name: z.string(), strength: z.string(), form: z.string() });

const alerts = createRoute({
  method: 'get',
  path: '/api/inventory/alerts',
  summary: 'Items that are low or out, and batches about to expire or expired',
  middleware,
  request: { query: alertQuery },
  responses: {
    200: jsonAnswer(
      z.object({
        low: z.array(item),
        out: z.array(item),
        expiring: z.array(z.object({ item: itemName, batch, daysLeft: z.number().int() })),
      }),
      'What needs attention',
    ),
  },
});

const suggestions = createRoute({
  method: 'get',
  path: '/api/inventory/reorder-suggestions',
  summary: 'What to order to reach the target levels',
  middleware,
  responses: {
    200: jsonAnswer(
      z.object({ items: z.array(z.object({ item, quantity: z.number().int() })) }),
      'Items at or below their reorder level, with the units to order',
    ),
  },
});

/** What somebody should look after. */
export function addAttention(api: Api, { db }: InventoryKit): void {
  api.openapi(alerts, async (c) => {
    const { accountId } = identity(c);
    const { days } = c.req.valid('query');
    const [low, out, expiring] = await Promise.all([
      itemsThatFit(db, accountId, { filter: 'low' }),
      itemsThatFit(db, accountId, { filter: 'out' }),
      expiringBatches(db, accountId, days),
    ]);
    return c.json({ low, out, expiring }, 200);
  });
  api.openapi(suggestions, async (c) => {
    const { accountId } = identity(c);
    return c.json({ items: await reorderSuggestions(db, accountId) }, 200);
  });
}
