import { call, callRaw, query } from './client';
import type { Page } from './types';

/** A medicine on the shelf and how much of it there is. */
export interface Item {
  readonly id: string;
  readonly gtin: string;
  readonly name: string;
  readonly strength: string;
  readonly form: string;
  readonly reorderLevel: number;
  readonly targetLevel: number;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  readonly nextExpiry: string | null;
}
/** What can be written of an item. */
export type ItemInput = Pick<Item, 'name' | 'strength' | 'form' | 'reorderLevel' | 'targetLevel'>;
/** What names an item. */
export type ItemName = Pick<Item, 'id' | 'name' | 'strength' | 'form'>;

/** The units of one lot. */
export interface Batch {
  readonly id: string;
  readonly lot: string;
  readonly expiresOn: string;
  readonly quantity: number;
  readonly expired: boolean;
}
/** Goods that came in. */
export type Goods = Pick<Batch, 'lot' | 'expiresOn' | 'quantity'>;

/** Why stock changes by hand. */
export type ManualKind = 'dispense' | 'waste' | 'adjust';
/** Every kind of move, in the order in which it is shown. */
export const MOVE_KINDS = ['receive', 'dispense', 'waste', 'adjust'] as const;
/** A change of stock by hand. */
export interface NewMove {
  readonly kind: ManualKind;
  readonly quantity: number;
  readonly reason: string;
  readonly batchId?: string;
}
/** One change of stock; the quantity is negative for what went out. */
export interface Move {
  readonly id: string;
  readonly kind: (typeof MOVE_KINDS)[number];
  readonly quantity: number;
  readonly lot: string;
  readonly reason: string;
  readonly actor: { readonly name: string };
  readonly at: string;
}

/** What a scanned code stands for. */
export interface Scan {
  readonly item: Item;
  readonly batch: Batch | null;
  readonly parsed: { readonly gtin: string; readonly lot: string | null; readonly expiresOn: string | null };
}
/** A batch that needs looking after. */
export interface ExpiringBatch {
  readonly item: ItemName;
  readonly batch: Batch;
  readonly daysLeft: number;
}
/** What needs attention. */
export interface Alerts {
  readonly low: readonly Item[];
  readonly out: readonly Item[];
  readonly expiring: readonly ExpiringBatch[];
}
/** What to order. */
export interface Suggestion {
  readonly item: Item;
  readonly quantity: number;
}
/** The stock of all items. */
export interface StockReport {
  readonly items: readonly Item[];
  readonly totals: Readonly<Record<'items' | 'onHand' | 'reserved' | 'available', number>>;
}
/** One page of the moves of a period. */
export interface MovesReport extends Page<Move & { readonly item: ItemName }> {
  readonly totals: Readonly<Record<Move['kind'], number>>;
}
/** From the beginning of one day to the end of another. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Which items are listed, and in which order. */
export type ItemFilter = Readonly<Record<'search' | 'filter' | 'sort', string>> & {
  readonly page: number;
  readonly pageSize: number;
};

const ROOT = '/api/inventory';
const at = (id: string): string => `${ROOT}/items/${id}`;
const file = async (path: string): Promise<Blob> => (await callRaw(`${ROOT}${path}`)).blob();

/** The calls to the inventory service. */
export const inventoryApi = {
  list: (filter: ItemFilter) => call<Page<Item>>(`${ROOT}/items${query(filter)}`),
  item: (id: string) => call<Item>(at(id)),
  add: (body: ItemInput & Pick<Item, 'gtin'>) => call<Item>(`${ROOT}/items`, { method: 'POST', body }),
  change: (id: string, body: ItemInput) => call<Item>(at(id), { method: 'PATCH', body }),
  remove: (id: string) => call<void>(at(id), { method: 'DELETE' }),
  batches: async (id: string) => (await call<{ items: readonly Batch[] }>(`${at(id)}/batches`)).items,
  receive: (id: string, body: Goods) => call<Batch>(`${at(id)}/batches`, { method: 'POST', body }),
  moves: (id: string, page: number, pageSize: number) =>
    call<Page<Move>>(`${at(id)}/moves${query({ page, pageSize })}`),
  move: (id: string, body: NewMove) => call<void>(`${at(id)}/moves`, { method: 'POST', body }),
  scan: (code: string) => call<Scan>(`${ROOT}/scan/${encodeURIComponent(code)}`),
  alerts: (days: string) => call<Alerts>(`${ROOT}/alerts${query({ days })}`),
  suggestions: async () =>
    (await call<{ items: readonly Suggestion[] }>(`${ROOT}/reorder-suggestions`)).items,
  stockReport: () => call<StockReport>(`${ROOT}/reports/stock`),
  stockCsv: () => file('/reports/stock.csv'),
  movesReport: (period: Period, page: number, pageSize: number) =>
    call<MovesReport>(`${ROOT}/reports/moves${query({ ...period, page, pageSize })}`),
  movesCsv: (period: Period) => file(`/reports/moves.csv${query({ ...period })}`),
} as const;
