import { z } from 'zod';

/** What an audit entry is about. */
export const auditTarget = z.object({ type: z.string(), id: z.string(), name: z.string() });

/** An entry as a service hands it in; its id makes handing it in twice harmless. */
export const auditEntry = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  at: z.iso.datetime(),
  actor: z.object({ id: z.uuid().nullable(), name: z.string() }),
  action: z.string().min(1).max(100),
  target: auditTarget.nullable(),
  details: z.record(z.string(), z.unknown()),
});

/** An entry of the audit log before it is stored. */
export type AuditEntry = Readonly<z.output<typeof auditEntry>>;
