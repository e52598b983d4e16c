import type { Generated, Selectable } from 'kysely';

import type { State } from './states';

interface SlotTable {
  id: Generated<string>;
  account_id: string;
  doctor_id: string;
  doctor_name: string;
  starts_at: Date;
  ends_at: Date;
  consent_seconds: number;
  created_at: Generated<Date>;
}

/** The two people of a consultation. */
export type Side = 'doctor' | 'patient';

// A consultation keeps the times of its slot: the slot is gone when the doctor withdraws it.
interface ConsultationTable {
  id: Generated<string>;
  account_id: string;
  slot_id: string;
  doctor_id: string;
  doctor_name: string;
  patient_id: string;
  patient_name: string;
  starts_at: Date;
  ends_at: Date;
  consent_seconds: number;
  reason: string;
  state: Generated<State>;
  consent_given_at: Date | null;
  consent_expires_at: Date | null;
  patient_joined_at: Date | null;
  opened_at: Date | null;
  ended_at: Date | null;
  cancelled_by: Side | null;
  summary: string | null;
  prescription_id: string | null;
  prescription_number: string | null;
  notes: Generated<string>;
  notes_at: Date | null;
  last_event: Generated<string>;
  created_at: Generated<Date>;
}

interface RoomEventTable {
  id: Generated<string>;
  consultation_id: string;
  number: string;
  type: 'message' | 'changed';
  author_id: string;
  author_name: string;
  text: Generated<string>;
  at: Generated<Date>;
}

/** The tables of teleconsultation-service. */
export interface TeleconsultationTables {
  slots: SlotTable;
  consultations: ConsultationTable;
  room_events: RoomEventTable;
}

/** A slot as the database has it. */
export type SlotRow = Selectable<SlotTable>;
/** A consultation as the database has it. */
export type ConsultationRow = Selectable<ConsultationTable>;
/** Something that happened in a room, as the database has it. */
export type RoomEventRow = Selectable<RoomEventTable>;
