import { call, query } from './client';
import type { LineInput, Person } from './prescriptions';
import type { Page } from './types';

/** Where a consultation stands. */
export type ConsultationState = 'booked' | 'open' | 'ended' | 'cancelled';
/** Every state, in the order in which they follow. */
export const CONSULTATION_STATES: readonly ConsultationState[] = [
  'booked',
  'open',
  'ended',
  'cancelled',
];

interface Times {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly minutes: number;
  readonly consentSeconds: number;
}
/** A time at which a doctor can be consulted. */
export interface Slot extends Times {
  readonly doctor: Person;
  readonly free: boolean;
}
/** What can be written of a slot. */
export type SlotInput = Pick<Slot, 'startsAt' | 'minutes' | 'consentSeconds'>;

/** What a patient has consented to, and until when. */
export interface Consent {
  readonly state: 'missing' | 'given' | 'expired';
  readonly expiresAt: string | null;
}
/** A consultation. */
export interface Consultation {
  readonly id: string;
  readonly slot: Times;
  readonly doctor: Person;
  readonly patient: Person;
  readonly reason: string;
  readonly state: ConsultationState;
  readonly consent: Consent;
  readonly patientJoined: boolean;
  readonly cancelledBy: 'doctor' | 'patient' | null;
  readonly summary: string | null;
  readonly prescription: { readonly id: string; readonly number: string } | null;
}

/** What somebody wrote in the room. */
export interface ChatMessage {
  readonly id: string;
  readonly number: number;
  readonly author: Person;
  readonly text: string;
  readonly at: string;
}
/** The doctor's own notes. */
export interface Notes {
  readonly text: string;
  readonly updatedAt: string | null;
}
/** How a consultation ends. */
export interface Ending {
  readonly summary: string;
  readonly prescription?: { readonly lines: readonly LineInput[] };
}

/** Which consultations are listed. */
export type ConsultationFilter = Readonly<Partial<Record<'search' | 'state' | 'sort', string>>> & {
  readonly page: number;
  readonly pageSize: number;
};

const BASE = '/api/consultations';
const SLOTS = `${BASE}/slots`;
const at = (id: string): string => `${BASE}/${id}`;
const post = <T>(path: string, body?: object) =>
  call<T>(path, { method: 'POST', ...(body ? { body } : {}) });

/** Where the live events of a consultation come from. */
export const consultationEventsPath = (id: string): string => `${at(id)}/events`;

/** The calls to the teleconsultation service. */
export const consultationsApi = {
  slots: (filter: { readonly from: string; readonly page: number; readonly pageSize: number }) =>
    call<Page<Slot>>(`${SLOTS}${query(filter)}`),
  offerSlot: (body: SlotInput) => post<Slot>(SLOTS, body),
  removeSlot: (id: string) => call<void>(`${SLOTS}/${id}`, { method: 'DELETE' }),
  book: (slotId: string, reason: string) =>
    post<Consultation>(`${SLOTS}/${slotId}/book`, { reason }),
  list: (filter: ConsultationFilter) => call<Page<Consultation>>(`${BASE}${query(filter)}`),
  read: (id: string) => call<Consultation>(at(id)),
  consent: (id: string) => post<Consultation>(`${at(id)}/consent`, { accepted: true }),
  join: (id: string) => post<Consultation>(`${at(id)}/join`),
  cancel: (id: string) => post<Consultation>(`${at(id)}/cancel`),
  end: (id: string, ending: Ending) => post<Consultation>(`${at(id)}/end`, ending),
  chat: (id: string) => call<Page<ChatMessage>>(`${at(id)}/chat`),
  write: (id: string, text: string) => post<ChatMessage>(`${at(id)}/chat`, { text }),
  notes: (id: string) => call<Notes>(`${at(id)}/notes`),
  saveNotes: (id: string, text: string) =>
    call<Notes>(`${at(id)}/notes`, { method: 'PUT', body: { text } }),
} as const;
