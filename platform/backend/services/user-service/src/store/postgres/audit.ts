import type { AuditEntry } from '@officina/shared/audit/entry';

import type { AuthEvent } from '../../authClient';
import type { AuditStore } from '../userStore';
import { countEntries, readEntries } from './auditQuery';
import type { Db } from './db';

function rowOf({ id, accountId, at, actor, action, target, details }: AuditEntry) {
  return {
    id,
    account_id: accountId,
    at: new Date(at),
    actor_id: actor.id,
    actor_name: actor.name,
    action,
    target_type: target?.type ?? null,
    target_id: target?.id ?? null,
    target_name: target?.name ?? null,
    details: JSON.stringify(details),
  };
}

function rowOfEvent(accountId: string, event: AuthEvent) {
  return {
    account_id: accountId,
    at: new Date(event.at),
    actor_id: event.userId,
    actor_name: event.userName,
    action: `auth.${event.action}`,
    details: JSON.stringify(event.details),
    auth_event: event.id,
  };
}

function writing(db: Db): Pick<AuditStore, 'record' | 'keep' | 'keepEvents'> {
  return {
    record: async (actor, { action, target, details = {} }) => {
      const values = {
        account_id: actor.accountId,
        actor_id: actor.userId,
        actor_name: actor.name,
        action,
        target_type: target.type,
        target_id: target.id,
        target_name: target.name,
        details: JSON.stringify(details),
      };
      await db.insertInto('audit_entries').values(values).execute();
    },
    keep: async (entry) => {
      await db
        .insertInto('audit_entries')
        .values(rowOf(entry))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
    keepEvents: async (accountId, events) => {
      await db
        .insertInto('audit_entries')
        .values(events.map((event) => rowOfEvent(accountId, event)))
        .onConflict((conflict) => conflict.constraint('audit_entries_auth_event').doNothing())
        .execute();
    },
  };
}

/** Audit logs in the database. */
export function auditStore(db: Db): AuditStore {
  return {
    ...writing(db),
    lastEvent: async (accountId) => {
      const query = db.selectFrom('audit_cursors').select('last_event');
      const row = await query.where('account_id', '=', accountId).executeTakeFirst();
      return Number(row?.last_event ?? 0);
    },
    moveOn: async (accountId, last) => {
      await db
        .insertInto('audit_cursors')
        .values({ account_id: accountId, last_event: last })
        .onConflict((conflict) =>
          conflict
            .column('account_id')
            .doUpdateSet({ last_event: last })
            .where('audit_cursors.last_event', '<', String(last)),
        )
        .execute();
    },
    read: (accountId, wanted) => readEntries(db, accountId, wanted),
    count: (accountId, filter) => countEntries(db, accountId, filter),
  };
}
