import type { Logger } from '@officina/shared/logging/logger';
import { reasonOf } from '@officina/shared/problems/reason';
import type { Kysely } from 'kysely';

import type { PharmacyTables } from '../tables';
import type { UserClient } from '../userClient';
import type { LocationDeed } from './deeds';
import { entryOf } from './entry';
import type { Doer } from './entry';

type Db = Kysely<PharmacyTables>;

/** Tells the audit log at user-service; what cannot be told now is kept and told later. */
export interface AuditOutbox {
  /** Keeps a deed, in the same transaction as the deed itself. */
  keep(trx: Db, actor: Doer, deed: LocationDeed): Promise<void>;
  /** Tells everything kept; entries stay when user-service cannot be reached. */
  flush(): Promise<void>;
}

/** What an outbox stands on. */
export interface OutboxParts {
  readonly db: Db;
  readonly users: UserClient;
  readonly log: Logger;
}

const BATCH = 50;

async function tellAll({ db, users }: OutboxParts): Promise<boolean> {
  const rows = await db.selectFrom('audit_outbox').selectAll().limit(BATCH).execute();
  for (const { id, entry } of rows) {
    await users.tellAudit(entry);
    await db.deleteFrom('audit_outbox').where('id', '=', id).execute();
  }
  return rows.length < BATCH;
}

/** Makes the outbox. */
export function auditOutbox(parts: OutboxParts): AuditOutbox {
  // A process before this one may have left something.
  let pending = true;
  return {
    keep: async (trx, actor, deed) => {
      const entry = entryOf(actor, deed);
      const row = { id: entry.id, entry: JSON.stringify(entry) };
      pending = true;
      await trx.insertInto('audit_outbox').values(row).execute();
    },
    flush: async () => {
      if (!pending) return;
      pending = false;
      try {
        pending = !(await tellAll(parts)) || pending;
      } catch (error) {
        pending = true;
        parts.log.warn({ reason: reasonOf(error) }, 'the audit log could not be told yet');
      }
    },
  };
}
