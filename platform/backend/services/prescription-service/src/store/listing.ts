import type { Identity } from '@officina/shared/identity/identity';
import { sql } from 'kysely';

import { prescriptionOf } from '../form';
import type { Db } from '../kit';
import type { Prescription, PrescriptionQuery, SortField } from '../schema';
import { visibleTo } from './prescriptions';

const COLUMNS = {
  createdAt: 'created_at',
  number: 'number',
  patient: 'patient_name',
  state: 'state',
} as const satisfies Readonly<Record<SortField, string>>;

function wanted(db: Db, caller: Identity, query: PrescriptionQuery) {
  let found = visibleTo(db, caller);
  if (query.state) found = found.where('state', '=', query.state);
  if (query.patientId) found = found.where('patient_id', '=', query.patientId);
  if (query.search) {
    const pattern = `%${query.search.replace(/[\\%_]/g, '\\$&')}%`;
    const medicines = sql`(
      select string_agg(concat_ws(' ', line ->> 'medicine', line ->> 'substance'), ' ')
      from jsonb_array_elements(lines) line
    )`;
    const text = sql`concat_ws(' ', number, patient_name, doctor_name, ${medicines})`;
    found = found.where(sql<boolean>`${text} ilike ${pattern}`);
  }
  return found;
}

/** One page of the prescriptions that a user may see. */
export async function listPrescriptions(
  db: Db,
  caller: Identity,
  query: PrescriptionQuery,
): Promise<{ items: Prescription[]; total: number }> {
  const { sort, page, pageSize } = query;
  const [rows, { total }] = await Promise.all([
    wanted(db, caller, query)
      .selectAll()
      .orderBy(COLUMNS[sort.field], sort.descending ? 'desc' : 'asc')
      .orderBy('number', 'desc')
      .offset((page - 1) * pageSize)
      .limit(pageSize)
      .execute(),
    wanted(db, caller, query)
      .select(sql<number>`count(*)::int`.as('total'))
      .executeTakeFirstOrThrow(),
  ]);
  return { items: rows.map(prescriptionOf), total };
}
