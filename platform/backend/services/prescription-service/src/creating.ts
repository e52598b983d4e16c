import type { UploadedFile } from '@officina/shared/uploads/upload';

import { keptLines } from './form';
import type { Actor } from './history';
import type { PrescriptionKit } from './kit';
import { noticeOf } from './peers/notices';
import type { NewLine } from './schema';
import { recordEvent } from './store/events';
import { insertPrescription } from './store/prescriptions';
import type { PrescriptionRow } from './tables';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** A prescription that comes in. */
export interface Incoming {
  readonly accountId: string;
  readonly patient: Person;
  readonly doctor: Person | null;
  readonly lines: readonly NewLine[];
  readonly note: string;
  readonly file?: UploadedFile;
  /** The caller's own name for it; the same one twice in an account is refused by the database. */
  readonly reference?: string;
}

/** Takes a prescription in, with its history and its notice. */
export async function createPrescription(
  { db, notices }: Pick<PrescriptionKit, 'db' | 'notices'>,
  actor: Actor,
  incoming: Incoming,
): Promise<PrescriptionRow> {
  const { patient, doctor, file } = incoming;
  const row = await db.transaction().execute(async (trx) => {
    const made = await insertPrescription(trx, {
      account_id: incoming.accountId,
      patient_id: patient.id,
      patient_name: patient.name,
      doctor_id: doctor?.id ?? null,
      doctor_name: doctor?.name ?? null,
      source: file ? 'uploaded' : 'created',
      lines: JSON.stringify(keptLines(incoming.lines, [])),
      note: incoming.note,
      reference: incoming.reference ?? null,
    });
    if (file) {
      const values = { prescription_id: made.id, ...file };
      await trx.insertInto('prescription_files').values(values).execute();
    }
    const action = file ? 'uploaded' : 'created';
    await recordEvent(trx, actor, { prescriptionId: made.id, action, from: null, to: made.state });
    const notice = noticeOf(made, 'received', actor.id);
    if (notice) await notices.add(trx, notice);
    return made;
  });
  notices.send();
  return row;
}
