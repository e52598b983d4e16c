import type { z } from 'zod';

import type { UserKit } from '../kit';
import { collectAuthEvents } from './collect';
import { auditLine, CSV_HEAD } from './csv';
import { KNOWN_ACTIONS } from './schema';
import type { AuditFilter, auditQuery } from './schema';

const EXPORT_LIMIT = 50_000;

/** One page of an account's audit log, newest first, and every action that there can be in one. */
export async function pageOfLog(kit: UserKit, accountId: string, query: z.output<typeof auditQuery>) {
  const { audit } = kit.store;
  const { page, pageSize } = query;
  await collectAuthEvents(kit, accountId);
  const part = { ...query, offset: (page - 1) * pageSize, limit: pageSize };
  const [items, total] = await Promise.all([
    audit.read(accountId, part),
    audit.count(accountId, query),
  ]);
  return { items, total, page, pageSize, actions: [...KNOWN_ACTIONS] };
}

/** An account's audit log as CSV. */
export async function logFile(kit: UserKit, accountId: string, filter: AuditFilter): Promise<string> {
  await collectAuthEvents(kit, accountId);
  const wanted = { ...filter, offset: 0, limit: EXPORT_LIMIT };
  const items = await kit.store.audit.read(accountId, wanted);
  return CSV_HEAD + items.map(auditLine).join('');
}
