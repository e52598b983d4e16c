import type { PrescriptionQuery, SortField } from '../../backend/services/prescription-service/src/schema';
import type { PrescriptionRow } from '../../backend/services/prescription-service/src/tables';

const SORTED_BY: Readonly<Record<SortField, (row: PrescriptionRow) => string>> = {
  // Numbers follow the times, of which two may be the same here.
  createdAt: ({ number }) => number,
  number: ({ number }) => number,
  patient: ({ patient_name: name }) => name,
  state: ({ state }) => state,
};

function textOf({ number, patient_name: patient, doctor_name: doctor, lines }: PrescriptionRow): string {
  const medicines = lines.map(({ medicine, substance }) => `${medicine} ${substance}`);
  return [number, patient, doctor ?? '', ...medicines].join(' ').toLowerCase();
}

function isWanted(row: PrescriptionRow, { search, state, patientId }: PrescriptionQuery): boolean {
  if (state !== undefined && row.state !== state) return false;
  if (patientId !== undefined && row.patient_id !== patientId) return false;
  return textOf(row).includes((search ?? '').toLowerCase());
}

/** One page of prescriptions, and how many there are on all of them. */
export function pageOf(
  all: readonly PrescriptionRow[],
  query: PrescriptionQuery,
): { readonly rows: readonly PrescriptionRow[]; readonly total: number } {
  const { sort, page, pageSize } = query;
  const by = SORTED_BY[sort.field];
  const found = all.filter((row) => isWanted(row, query)).toSorted((one, other) => {
    const order = by(one).localeCompare(by(other));
    return (sort.descending ? -order : order) || other.number.localeCompare(one.number);
  });
  return { rows: found.slice((page - 1) * pageSize, page * pageSize), total: found.length };
}
