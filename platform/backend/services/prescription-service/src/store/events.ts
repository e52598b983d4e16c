import type { Identity } from '@officina/shared/identity/identity';
import type { z } from '@officina/shared/service/api';

import type { Db } from '../kit';
import type { historyEntry } from '../schema';
import type { State } from '../states';

/** Who does something: a user, or a service in nobody's name. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
}

/** The signed-in user as the one who does something. */
export function actorOf({ userId, name }: Identity): Actor {
  return { id: userId, name };
}

/** What happened to a prescription. */
export interface PrescriptionEvent {
  readonly prescriptionId: string;
  readonly action: string;
  readonly from: State | null;
  readonly to: State;
  readonly details?: Readonly<Record<string, unknown>>;
}

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
