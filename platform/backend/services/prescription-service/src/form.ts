import { randomUUID } from 'node:crypto';

import type { NewLine, Prescription } from './schema';
import type { Line, PrescriptionRow } from './tables';

/** A prescription's JSON. */
export function prescriptionOf(row: PrescriptionRow): Prescription {
  const { doctor_id: doctorId, doctor_name: doctorName } = row;
  return {
    id: row.id,
    number: row.number,
    patient: { id: row.patient_id, name: row.patient_name },
    doctor: doctorId === null ? null : { id: doctorId, name: doctorName ?? '' },
    source: row.source,
    lines: [...row.lines],
    note: row.note,
    state: row.state,
    rejection: row.rejection,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** Lines as they are kept: those that were there keep their ids. */
export function keptLines(wanted: readonly NewLine[], present: readonly Line[]): Line[] {
  const known = new Set(present.map(({ id }) => id));
  return wanted.map(({ id, ...line }) => {
    const keep = id !== undefined && known.delete(id);
    return { id: keep ? id : randomUUID(), ...line };
  });
}

/** The number of the account's so-and-so-many-th prescription. */
export function numberOf(count: number): string {
  return `RX-${new Date().getFullYear()}-${String(count).padStart(6, '0')}`;
}
