import type { ColumnType, Generated, Selectable } from 'kysely';

import type { State } from './states';

/** One medicine of a prescription. */
export interface Line {
  readonly id: string;
  readonly itemId: string | null;
  readonly medicine: string;
  readonly substance: string;
  readonly quantity: number;
  readonly dose: string;
  readonly instructions: string;
}

/** How a prescription came in. */
export type Source = 'created' | 'uploaded';

type JsonText<T> = ColumnType<T, string | undefined, string>;

interface PrescriptionTable {
  id: Generated<string>;
  account_id: string;
  number: string;
  patient_id: string;
  patient_name: string;
  doctor_id: string | null;
  doctor_name: string | null;
  source: Source;
  lines: JsonText<readonly Line[]>;
  note: string;
  state: Generated<State>;
  rejection: string | null;
  reservation_id: string | null;
  reference: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

interface FileTable {
  prescription_id: string;
  name: string;
  type: string;
  content: Buffer;
}

interface EventTable {
  id: Generated<string>;
  prescription_id: string;
  at: Generated<Date>;
  actor_id: string | null;
  actor_name: string;
  action: string;
  from_state: State | null;
  to_state: State;
  details: JsonText<Readonly<Record<string, unknown>>>;
}

interface ProfileTable {
  account_id: string;
  patient_id: string;
  allergies: ColumnType<readonly string[], string, string>;
}

interface CounterTable {
  account_id: string;
  last: number;
}

/** The tables of prescription-service. */
export interface PrescriptionTables {
  prescriptions: PrescriptionTable;
  prescription_files: FileTable;
  prescription_events: EventTable;
  patient_profiles: ProfileTable;
  number_counters: CounterTable;
}

/** A prescription as the database has it. */
export type PrescriptionRow = Selectable<PrescriptionTable>;
