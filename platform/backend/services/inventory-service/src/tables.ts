import type { ColumnType, Generated } from 'kysely';

interface ItemTable {
  id: Generated<string>;
  account_id: string;
  gtin: string;
  gtin14: string;
  name: string;
  strength: string;
  form: string;
  reorder_level: number;
  target_level: number;
  created_at: Generated<Date>;
  deleted_at: Date | null;
}

interface BatchTable {
  id: Generated<string>;
  item_id: string;
  lot: string;
  /** Written as ISO text; read through the view `batch_stock`, which gives text too. */
  expires_on: ColumnType<never, string, string>;
  quantity: number;
  created_at: Generated<Date>;
}

interface ReservationTable {
  id: Generated<string>;
  account_id: string;
  reference: string;
  state: Generated<ReservationState>;
  created_at: Generated<Date>;
}

interface ReservationLineTable {
  reservation_id: string;
  item_id: string;
  quantity: number;
}

interface MoveTable {
  id: Generated<string>;
  number: Generated<string>;
  account_id: string;
  item_id: string;
  batch_id: string;
  kind: MoveKind;
  quantity: number;
  reason: string;
  actor_id: string | null;
  actor_name: string;
  at: Generated<Date>;
}

interface BatchView {
  id: string;
  item_id: string;
  lot: string;
  expires_on: string;
  quantity: number;
  expired: boolean;
  days_left: number;
  created_at: Date;
}

interface ItemView {
  id: string;
  account_id: string;
  gtin: string;
  gtin14: string;
  name: string;
  strength: string;
  form: string;
  reorder_level: number;
  target_level: number;
  created_at: Date;
  on_hand: number;
  reserved: number;
  available: number;
  next_expiry: string | null;
}

/** What becomes of a reservation. */
export type ReservationState = 'held' | 'dispensed' | 'released';

/** Why stock changes. */
export const MOVE_KINDS = ['receive', 'adjust', 'waste', 'dispense'] as const;
/** One of {@link MOVE_KINDS}. */
export type MoveKind = (typeof MOVE_KINDS)[number];

/** The tables and views of inventory-service. */
export interface InventoryTables {
  items: ItemTable;
  batches: BatchTable;
  reservations: ReservationTable;
  reservation_lines: ReservationLineTable;
  moves: MoveTable;
  batch_stock: BatchView;
  item_stock: ItemView;
}
