import type { AuditEntry } from '@officina/shared/audit/entry';
import { reasonOf } from '@officina/shared/problems/reason';
import type { MockLog } from 'groundwork-e2e/mocks';
import type { LocationDeed } from '../../backend/services/pharmacy-service/src/audit/deeds';
import { entryOf, type Doer } from '../../backend/services/pharmacy-service/src/audit/entry';
import type { UserClient } from '../../backend/services/pharmacy-service/src/userClient';

const TELL_AGAIN_MS = 2_000;

/** Tells the audit log what somebody did; never fails, as what cannot be told now is told later. */
export type TellAudit = (doer: Doer, deeds: readonly LocationDeed[]) => Promise<void>;

/** Makes a {@link TellAudit} that keeps in memory what is still to be told. */
export function auditTeller(users: Pick<UserClient, 'tellAudit'>, log: MockLog): TellAudit {
  const waiting = new Map<string, AuditEntry>();
  let again: NodeJS.Timeout | undefined;
  const flush = async (): Promise<void> => {
    try {
      for (const [id, entry] of waiting) {
        await users.tellAudit(entry);
        waiting.delete(id);
      }
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'the audit log could not be told yet');
      clearTimeout(again);
      again = setTimeout(() => void flush(), TELL_AGAIN_MS).unref();
    }
  };
  return async (doer, deeds) => {
    for (const entry of deeds.map((deed) => entryOf(doer, deed))) waiting.set(entry.id, entry);
    await flush();
  };
}
