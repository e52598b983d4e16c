import type { UserAction } from '@officina/shared/audit/actions';
import type { AuditEntry } from '@officina/shared/audit/entry';
import type { Identity } from '@officina/shared/identity/identity';

import type { Db } from '../kit';

/** What somebody did to something. */
export interface Deed {
  readonly action: UserAction;
  readonly target: { readonly type: string; readonly id: string; readonly name: string };
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes what a signed-in user did. */
export async function recordDeed(db: Db, actor: Identity, deed: Deed): Promise<void> {
  await db
    .insertInto('audit_entries')
    .values({
      account_id: actor.accountId,
      actor_id: actor.userId,
      actor_name: actor.name,
      action: deed.action,
      target_type: deed.target.type,
      target_id: deed.target.id,
      target_name: deed.target.name,
      details: JSON.stringify(deed.details ?? {}),
    })
    .execute();
}

/** Stores an entry that another service hands in; the same id twice is one entry. */
export async function storeEntry(db: Db, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit_entries')
    .values({
      id: entry.id,
      account_id: entry.accountId,
      at: new Date(entry.at),
      actor_id: entry.actor.id,
      actor_name: entry.actor.name,
      action: entry.action,
      target_type: entry.target?.type ?? null,
      target_id: entry.target?.id ?? null,
      target_name: entry.target?.name ?? null,
      details: JSON.stringify(entry.details),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
