import type { APIRequestContext, APIResponse } from '@playwright/test';
import { answerOf } from '../../inventory/support/answer';

/** Every state that a prescription can be in. */
export const STATES = ['received', 'in-review', 'approved', 'rejected', 'dispensed'] as const;
/** One of {@link STATES}. */
export type State = (typeof STATES)[number];
/** What moves a prescription on. */
export type Step = 'review' | 'approve' | 'reject' | 'dispense';

/** A person as a prescription names them. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** A line as it is written down. */
export interface LineData {
  readonly id?: string;
  readonly itemId?: string | null;
  readonly medicine: string;
  readonly substance: string;
  readonly quantity: number;
  readonly dose: string;
  readonly instructions?: string;
}

/** A prescription as the service gives it. */
export interface Prescription {
  readonly id: string;
  readonly number: string;
  readonly patient: Person;
  readonly doctor: Person | null;
  readonly source: 'created' | 'uploaded';
  readonly lines: readonly (Required<LineData> & { readonly id: string })[];
  readonly note: string;
  readonly state: State;
  readonly rejection: string | null;
}

/** The path of the prescriptions. */
export const PRESCRIPTIONS = '/api/prescriptions';
/** The path of one prescription. */
export const at = ({ id }: { readonly id: string }): string => `${PRESCRIPTIONS}/${id}`;

/** A line of a common medicine. */
export function line(data: Partial<LineData> = {}): LineData {
  return {
    medicine: 'Amoxicillin Sandoz 500 mg',
    substance: 'amoxicillin',
    quantity: 2,
    dose: '1-1-1',
    instructions: 'Before meals',
    ...data,
  };
}

/** Lines that hold just these substances. */
export function linesOf(...substances: readonly string[]): LineData[] {
  return substances.map((substance) => line({ medicine: `Product with ${substance}`, substance }));
}

/** Somebody whom no user account stands for: the service takes patients by id and name. */
export function somebody(name = 'Paula Patient'): Person {
  return { id: crypto.randomUUID(), name };
}

/** What can be told of a prescription to write. */
export interface NewPrescription {
  readonly patient?: Person;
  readonly doctor?: Person | null;
  readonly lines?: readonly LineData[];
  readonly note?: string;
}

/** Sends a prescription to be written. */
export function sendPrescription(
  api: APIRequestContext,
  data: NewPrescription = {},
): Promise<APIResponse> {
  return api.post(PRESCRIPTIONS, { data: { patient: somebody(), lines: [line()], ...data } });
}

/** Writes a prescription. */
export async function written(
  api: APIRequestContext,
  data: NewPrescription = {},
): Promise<Prescription> {
  return answerOf<Prescription>(await sendPrescription(api, data));
}

const DEFAULT_REASON = 'The dose is not legible';

/** Asks for a step with its usual body. */
export function take(
  api: APIRequestContext,
  prescription: { readonly id: string },
  step: Step,
): Promise<APIResponse> {
  const url = `${at(prescription)}/${step}`;
  return step === 'reject' ? api.post(url, { data: { reason: DEFAULT_REASON } }) : api.post(url);
}

/** Rejects for a reason. */
export function reject(
  api: APIRequestContext,
  prescription: { readonly id: string },
  reason: string,
): Promise<APIResponse> {
  return api.post(`${at(prescription)}/reject`, { data: { reason } });
}

/** Approves in spite of what speaks against it. */
export function override(
  api: APIRequestContext,
  prescription: { readonly id: string },
  reason: string,
): Promise<APIResponse> {
  return api.post(`${at(prescription)}/approve`, { data: { override: { reason } } });
}

const WAY: Readonly<Record<State, readonly Step[]>> = {
  received: [],
  'in-review': ['review'],
  approved: ['review', 'approve'],
  rejected: ['reject'],
  dispensed: ['review', 'approve', 'dispense'],
};

/** Writes a prescription and takes it to a state. */
export async function inState(
  api: APIRequestContext,
  state: State,
  data: NewPrescription = {},
): Promise<Prescription> {
  let prescription = await written(api, data);
  for (const step of WAY[state]) {
    prescription = await answerOf<Prescription>(await take(api, prescription, step));
  }
  return prescription;
}

/** The prescription as it is now. */
export async function now(api: APIRequestContext, { id }: { readonly id: string }) {
  return answerOf<Prescription>(await api.get(`${PRESCRIPTIONS}/${id}`));
}

/** A list's answer. */
export interface PrescriptionPage {
  readonly items: readonly Prescription[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** What the list answers to a query. */
export async function listed(api: APIRequestContext, query = ''): Promise<PrescriptionPage> {
  return answerOf<PrescriptionPage>(await api.get(`${PRESCRIPTIONS}?${query}`));
}

/** The patients' names that the list answers a query with, in its order. */
export async function patientsIn(api: APIRequestContext, query = ''): Promise<readonly string[]> {
  return (await listed(api, query)).items.map(({ patient }) => patient.name);
}

/** Writes down what a patient must not get. */
export async function setAllergies(
  api: APIRequestContext,
  patient: Person,
  allergies: readonly string[],
): Promise<void> {
  const path = `${PRESCRIPTIONS}/patients/${patient.id}/profile`;
  await answerOf(await api.put(path, { data: { allergies } }));
}
