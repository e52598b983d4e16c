import type { APIRequestContext } from '@playwright/test';
import { answerOf } from './answer';
import { freshGtin } from './gtin';

/** What can be told of an item. */
export interface NewItem {
  readonly gtin?: string;
  readonly name?: string;
  readonly strength?: string;
  readonly form?: string;
  readonly reorderLevel?: number;
  readonly targetLevel?: number;
}

/** An item as the service gives it. */
export interface Item extends Required<NewItem> {
  readonly id: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  readonly nextExpiry: string | null;
}

/** A batch as the service gives it. */
export interface Batch {
  readonly id: string;
  readonly lot: string;
  readonly expiresOn: string;
  readonly quantity: number;
  readonly expired: boolean;
}

/** A move as the service gives it. */
export interface Move {
  readonly kind: string;
  readonly quantity: number;
  readonly lot: string;
  readonly reason: string;
  readonly actor: { readonly name: string };
}

/** Goods that come in; a year's life when nothing is said. */
export interface Goods {
  readonly lot?: string;
  readonly days?: number;
  readonly quantity?: number;
}

/** The path of the items, or of one of them. */
export const ITEMS = '/api/inventory/items';

/** What is sent to add an item; each has a GTIN of its own. */
export function itemData(item: NewItem = {}): Required<NewItem> {
  return {
    gtin: freshGtin(),
    name: 'Dafalgan',
    strength: '500 mg',
    form: 'Tablets',
    reorderLevel: 10,
    targetLevel: 40,
    ...item,
  };
}

/** Adds an item through the API. */
export async function addItem(api: APIRequestContext, item: NewItem = {}): Promise<Item> {
  return answerOf<Item>(await api.post(ITEMS, { data: itemData(item) }));
}

/** The day that is so many days from today, in UTC as the service counts. */
export function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Receives goods of an item through the API. */
export async function receive(api: APIRequestContext, itemId: string, goods: Goods = {}): Promise<Batch> {
  const { lot = 'LOT-1', days = 365, quantity = 20 } = goods;
  const data = { lot, expiresOn: dayIn(days), quantity };
  return answerOf<Batch>(await api.post(`${ITEMS}/${itemId}/batches`, { data }));
}

/** Adds an item with one batch of goods. */
export async function stocked(api: APIRequestContext, item: NewItem, goods: Goods = {}): Promise<Item> {
  const { id } = await addItem(api, item);
  await receive(api, id, goods);
  return itemNow(api, id);
}

/** The item as it is now. */
export async function itemNow(api: APIRequestContext, id: string): Promise<Item> {
  return answerOf<Item>(await api.get(`${ITEMS}/${id}`));
}

/** The batches of an item by lot, with what is in them. */
export async function lotsOf(api: APIRequestContext, id: string): Promise<Record<string, number>> {
  const { items } = await answerOf<{ items: readonly Batch[] }>(await api.get(`${ITEMS}/${id}/batches`));
  return Object.fromEntries(items.map(({ lot, quantity }) => [lot, quantity]));
}

/** Asks for a change of stock by hand. */
export function move(api: APIRequestContext, id: string, data: Readonly<Record<string, unknown>>) {
  return api.post(`${ITEMS}/${id}/moves`, { data: { reason: 'Counted', ...data } });
}

/** The names of the items that a list answers with. */
export async function namesOf(api: APIRequestContext, query: string): Promise<readonly string[]> {
  const { items } = await answerOf<{ items: readonly Item[] }>(await api.get(`${ITEMS}?${query}`));
  return items.map(({ name }) => name);
}
