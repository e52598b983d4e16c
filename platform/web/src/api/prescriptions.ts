import { call, callRaw, query } from './client';
import type { Language, Page } from './types';

/** Where a prescription stands. */
export type PrescriptionState = 'received' | 'in-review' | 'approved' | 'rejected' | 'dispensed';
/** Every state, in the order in which they follow. */
export const PRESCRIPTION_STATES: readonly PrescriptionState[] = [
  'received',
  'in-review',
  'approved',
  'rejected',
  'dispensed',
];

/** A person by id and name. */
export interface Person {
  readonly id: string;
  readonly name: string;
}
/** What can be written of one medicine; the id is that of a line there already. */
export interface LineInput {
  readonly id?: string;
  readonly itemId: string | null;
  readonly medicine: string;
  readonly substance: string;
  readonly quantity: number;
  readonly dose: string;
  readonly instructions: string;
}
/** One medicine of a prescription. */
export type Line = LineInput & { readonly id: string };
/** A prescription. */
export interface Prescription {
  readonly id: string;
  readonly number: string;
  readonly patient: Person;
  readonly doctor: Person | null;
  readonly source: 'created' | 'uploaded';
  readonly lines: readonly Line[];
  readonly note: string;
  readonly state: PrescriptionState;
  readonly rejection: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}
/** What can be written of a prescription. */
export interface PrescriptionInput {
  readonly patient: Person;
  readonly doctor: Person | null;
  readonly lines: readonly LineInput[];
  readonly note: string;
}

type Severity = 'minor' | 'major';
/** Two substances of a prescription that do not go together. */
export interface Interaction {
  readonly substances: readonly string[];
  readonly severity: Severity;
  readonly text: string;
}
/** A substance of a prescription that the patient does not bear. */
export interface AllergyFinding {
  readonly substance: string;
  readonly allergen: string;
  readonly severity: Severity;
  readonly text: string;
}
/** What speaks against a prescription. */
export interface Checks {
  readonly interactions: readonly Interaction[];
  readonly allergies: readonly AllergyFinding[];
}
/** What happened to a prescription once. */
export interface HistoryEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly name: string };
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Which prescriptions are listed, and in which order. */
export type PrescriptionFilter = Readonly<Partial<Record<'search' | 'state' | 'sort', string>>> & {
  readonly page: number;
  readonly pageSize: number;
};
/** What moves a prescription on. */
export type Step = 'review' | 'approve' | 'reject' | 'dispense';
/** A file that was fetched, with its name. */
export interface NamedFile {
  readonly name: string;
  readonly content: Blob;
}

const BASE = '/api/prescriptions';
const at = (id: string): string => `${BASE}/${id}`;
const profile = (patientId: string): string => `${BASE}/patients/${patientId}/profile`;

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

async function fileOf({ id, number }: Prescription): Promise<NamedFile> {
  const content = await (await callRaw(`${at(id)}/file`)).blob();
  return { name: `${number}.${EXTENSIONS[content.type] ?? 'bin'}`, content };
}

async function labelOf({ id, number }: Prescription, language: Language): Promise<NamedFile> {
  const response = await callRaw(`${at(id)}/label.pdf${query({ language })}`);
  return { name: `label-${number}.pdf`, content: await response.blob() };
}

/** The calls to the prescription service. */
export const prescriptionsApi = {
  list: (filter: PrescriptionFilter) => call<Page<Prescription>>(`${BASE}${query(filter)}`),
  read: (id: string) => call<Prescription>(at(id)),
  create: (body: PrescriptionInput) => call<Prescription>(BASE, { method: 'POST', body }),
  change: (id: string, body: { readonly lines: readonly LineInput[]; readonly note: string }) =>
    call<Prescription>(at(id), { method: 'PATCH', body }),
  upload: (body: FormData) => call<Prescription>(`${BASE}/uploads`, { method: 'POST', body }),
  step: (id: string, step: Step, body?: object) =>
    call<Prescription>(`${at(id)}/${step}`, { method: 'POST', ...(body ? { body } : {}) }),
  checks: (id: string) => call<Checks>(`${at(id)}/checks`),
  history: (id: string) => call<{ items: readonly HistoryEntry[] }>(`${at(id)}/history`),
  profile: (patientId: string) => call<{ allergies: readonly string[] }>(profile(patientId)),
  setAllergies: (patientId: string, allergies: readonly string[]) =>
    call<{ allergies: readonly string[] }>(profile(patientId), {
      method: 'PUT',
      body: { allergies },
    }),
  file: fileOf,
  label: labelOf,
} as const;

/** The people of the account with this role. */
export async function peopleWithRole(role: 'patient' | 'doctor'): Promise<readonly Person[]> {
  const path = `/api/users/directory${query({ role })}`;
  return (await call<{ items: readonly Person[] }>(path)).items;
}
