import type { Batch, Item, Move } from '../../backend/services/inventory-service/src/schema';
import type { Line } from '../../backend/services/inventory-service/src/stock/lines';
import type { ReservationState } from '../../backend/services/inventory-service/src/tables';

/** An item as it is kept: what there is of it follows from batches and reservations. */
export interface StoredItem
  extends Pick<Item, 'id' | 'gtin' | 'name' | 'strength' | 'form' | 'reorderLevel' | 'targetLevel' | 'createdAt'> {
  /** Counts up: two items of one millisecond still have an order. */
  readonly number: number;
  readonly deleted: boolean;
}

/** A batch as it is kept: whether it has expired follows from the day. */
export interface StoredBatch extends Omit<Batch, 'expired'> {
  readonly itemId: string;
}

/** A move and the item that was moved. */
export interface StoredMove extends Move {
  readonly itemId: string;
}

/** Units that are held for somebody, were given out or were given back. */
export interface StoredReservation {
  readonly id: string;
  readonly accountId: string;
  readonly reference: string;
  readonly state: ReservationState;
  readonly lines: readonly Line[];
}

/** What one master account has. */
export interface Stock {
  readonly items: Map<string, StoredItem>;
  readonly batches: Map<string, StoredBatch>;
  /** Oldest first. */
  readonly moves: StoredMove[];
}

/** All that the mocked service remembers. */
export interface State {
  /** The stock of a master account; an empty one where nothing was kept yet. */
  of(accountId: string): Stock;
  /** By id: whoever names one need not say whose it is. */
  readonly reservations: Map<string, StoredReservation>;
}

/** A state in which nobody has anything. */
export function emptyState(): State {
  const stocks = new Map<string, Stock>();
  return {
    of: (accountId) => {
      const known = stocks.get(accountId);
      if (known) return known;
      const stock: Stock = { items: new Map(), batches: new Map(), moves: [] };
      stocks.set(accountId, stock);
      return stock;
    },
    reservations: new Map(),
  };
}
