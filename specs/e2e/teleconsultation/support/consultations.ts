import type { APIRequestContext, APIResponse } from '@playwright/test';
import { answerOf } from './answer';

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Slot {
  readonly id: string;
  readonly doctor: Person;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly minutes: number;
  readonly consentSeconds: number;
  readonly free: boolean;
}

export interface Consultation {
  readonly id: string;
  readonly slot: Omit<Slot, 'doctor' | 'free'>;
  readonly doctor: Person;
  readonly patient: Person;
  readonly reason: string;
  readonly state: State;
  readonly consent: { readonly state: string; readonly expiresAt: string | null };
  readonly patientJoined: boolean;
  readonly cancelledBy: string | null;
  readonly summary: string | null;
  readonly prescription: { readonly id: string; readonly number: string } | null;
}

export interface List<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** Every state that a consultation can be in. */
export const STATES = ['booked', 'open', 'ended', 'cancelled'] as const;
export type State = (typeof STATES)[number];

/** The two people of a consultation. */
export interface Pair {
  readonly doctor: APIRequestContext;
  readonly patient: APIRequestContext;
}

export const CONSULTATIONS = '/api/consultations';
export const SLOTS = `${CONSULTATIONS}/slots`;
export const at = ({ id }: { readonly id: string }): string => `${CONSULTATIONS}/${id}`;

const DAY_MS = 86_400_000;
// Once for the whole file, so that no test sees the hour change.
const FULL_HOUR = new Date(Date.now() + DAY_MS).setMinutes(0, 0, 0);

/** A time tomorrow, some minutes after a full hour. */
export function tomorrow(minutes = 0): string {
  return new Date(FULL_HOUR + minutes * 60_000).toISOString();
}

export interface NewSlot {
  readonly startsAt?: string;
  readonly minutes?: number;
  readonly consentSeconds?: number;
}

/** Asks for a new slot. */
export function sendSlot(doctor: APIRequestContext, data: NewSlot = {}): Promise<APIResponse> {
  return doctor.post(SLOTS, { data: { startsAt: tomorrow(), minutes: 20, ...data } });
}

/** Offers a slot. */
export async function offerSlot(doctor: APIRequestContext, data: NewSlot = {}): Promise<Slot> {
  return answerOf<Slot>(await sendSlot(doctor, data));
}

/** Asks to book a slot. */
export function sendBooking(
  patient: APIRequestContext,
  { id }: { readonly id: string },
  reason = 'Rash on both arms',
): Promise<APIResponse> {
  return patient.post(`${SLOTS}/${id}/book`, { data: { reason } });
}

/** Offers a slot and books it. */
export async function bookOne({ doctor, patient }: Pair, data: NewSlot = {}): Promise<Consultation> {
  return answerOf<Consultation>(await sendBooking(patient, await offerSlot(doctor, data)));
}

export const steps = {
  consent: (who: APIRequestContext, one: { readonly id: string }) =>
    who.post(`${at(one)}/consent`, { data: { accepted: true } }),
  join: (who: APIRequestContext, one: { readonly id: string }) => who.post(`${at(one)}/join`),
  cancel: (who: APIRequestContext, one: { readonly id: string }) => who.post(`${at(one)}/cancel`),
  write: (who: APIRequestContext, one: { readonly id: string }, text = 'Hello') =>
    who.post(`${at(one)}/chat`, { data: { text } }),
  note: (who: APIRequestContext, one: { readonly id: string }, text = 'Eczema?') =>
    who.put(`${at(one)}/notes`, { data: { text } }),
  end: (who: APIRequestContext, one: { readonly id: string }, prescription?: object) =>
    who.post(`${at(one)}/end`, { data: { summary: 'Contact eczema', prescription } }),
} as const;

/** Books a consultation that both have come into. */
export async function meet(pair: Pair, data: NewSlot = {}): Promise<Consultation> {
  const one = await bookOne(pair, data);
  await answerOf(await steps.consent(pair.patient, one));
  await answerOf(await steps.join(pair.doctor, one));
  return answerOf<Consultation>(await steps.join(pair.patient, one));
}

/** Books a consultation and takes it to a state. */
export async function inState(pair: Pair, state: State, data: NewSlot = {}): Promise<Consultation> {
  if (state === 'open') return meet(pair, data);
  if (state === 'ended') return answerOf(await steps.end(pair.doctor, await meet(pair, data)));
  const one = await bookOne(pair, data);
  return state === 'booked' ? one : answerOf(await steps.cancel(pair.patient, one));
}

/** The consultation as somebody sees it now. */
export async function now(who: APIRequestContext, one: { readonly id: string }) {
  return answerOf<Consultation>(await who.get(at(one)));
}

/** What the list of slots answers to a query. */
export async function slotsOf(who: APIRequestContext, query = ''): Promise<List<Slot>> {
  return answerOf<List<Slot>>(await who.get(`${SLOTS}?${query}`));
}

/** What the list of consultations answers to a query. */
export async function listed(who: APIRequestContext, query = ''): Promise<List<Consultation>> {
  return answerOf<List<Consultation>>(await who.get(`${CONSULTATIONS}?${query}`));
}
