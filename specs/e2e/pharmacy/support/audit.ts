import type { APIRequestContext } from '@playwright/test';
import { answerOf } from '../../inventory/support/answer';

/** An entry of the audit log about a location. */
export interface Told {
  readonly action: string;
  readonly actor: { readonly id: string | null; readonly name: string };
  readonly target: { readonly id: string; readonly name: string } | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What the audit log of the account tells of its locations, oldest first. */
export async function toldOf(api: APIRequestContext): Promise<readonly Told[]> {
  const { items } = await answerOf<{ items: readonly Told[] }>(await api.get('/api/audit?pageSize=100'));
  return items.filter(({ action }) => action.startsWith('location.')).reverse();
}
