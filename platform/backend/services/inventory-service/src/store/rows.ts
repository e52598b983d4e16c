import type { Selectable } from 'kysely';

import type { Batch, Item } from '../schema';
import type { InventoryTables } from '../tables';

/** An item of the view as JSON. */
export function itemOf(row: Selectable<InventoryTables['item_stock']>): Item {
  return {
    id: row.id,
    gtin: row.gtin,
    name: row.name,
    strength: row.strength,
    form: row.form,
    reorderLevel: row.reorder_level,
    targetLevel: row.target_level,
    onHand: row.on_hand,
    reserved: row.reserved,
    available: row.available,
    nextExpiry: row.next_expiry,
    createdAt: row.created_at.toISOString(),
  };
}

/** A batch of the view as JSON. */
export function batchOf(row: Selectable<InventoryTables['batch_stock']>): Batch {
  return {
    id: row.id,
    lot: row.lot,
    expiresOn: row.expires_on,
    quantity: row.quantity,
    expired: row.expired,
    createdAt: row.created_at.toISOString(),
  };
}
