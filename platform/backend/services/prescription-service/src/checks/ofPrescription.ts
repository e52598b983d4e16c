import type { Db } from '../kit';
import { allergiesOf } from '../store/profiles';
import type { PrescriptionRow } from '../tables';
import { findingsFor } from './findings';
import type { Findings } from './findings';

/** What speaks against a prescription as it is now. */
export async function checksOf(db: Db, row: PrescriptionRow): Promise<Findings> {
  const key = { accountId: row.account_id, patientId: row.patient_id };
  const substances = row.lines.map(({ substance }) => substance);
  return findingsFor(substances, await allergiesOf(db, key));
}
