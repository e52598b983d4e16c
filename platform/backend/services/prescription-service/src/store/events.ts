import type { z } from '@officina/shared/service/api';

import type { Actor, PrescriptionEvent } from '../history';
import type { Db } from '../kit';
import type { historyEntry } from '../schema';

/** Writes into a prescription's history. */
export async function recordEvent(trx: Db, actor: Actor, event: PrescriptionEvent): Promise<void> {
  await trx
    .insertInto('prescription_events')
    .values({
      prescription_id: event.prescriptionId,
      actor_id: actor.id,
      actor_name: actor.name,
      action: event.action,
      from_state: event.from,
      to_state: event.to,
      details: JSON.stringify(event.details ?? {}),
    })
    .execute();
}

/** The history of a prescription, oldest first. */
export async function historyOf(db: Db, id: string): Promise<z.output<typeof historyEntry>[]> {
  const rows = await db
    .selectFrom('prescription_events')
    .selectAll()
    .where('prescription_id', '=', id)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    actor: { id: row.actor_id, name: row.actor_name },
    action: row.action,
    from: row.from_state,
    to: row.to_state,
    details: { ...row.details },
  }));
}
