import { randomUUID } from 'node:crypto';

import type { AuditEntry } from '@officina/shared/audit/entry';

import type { LocationDeed } from './deeds';

/** Who did something: a user, or the office, which has no id. */
export interface Doer {
  readonly accountId: string;
  readonly userId: string | null;
  readonly name: string;
}

/** The office, in an account. */
export function officeIn(accountId: string): Doer {
  return { accountId, userId: null, name: 'Officina' };
}

/** What the audit log is told of a deed that was done just now. */
export function entryOf(doer: Doer, { action, location, details = {} }: LocationDeed): AuditEntry {
  return {
    id: randomUUID(),
    accountId: doer.accountId,
    at: new Date().toISOString(),
    actor: { id: doer.userId, name: doer.name },
    action,
    target: { type: 'location', id: location.id, name: location.name },
    details,
  };
}
