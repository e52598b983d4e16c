import { instant, z } from '@officina/shared/service/api';

import { STATES } from './states';

const text = (most: number) => z.string().trim().max(most);
const someText = (most: number) => text(most).min(1);
// The form of the database's numbers would otherwise end in an error of the server.
const LATEST = Date.UTC(2200, 0);

/** A person, named as they signed in. */
export const person = z.object({ id: z.uuid(), name: z.string() });

/** The states of a consultation. */
export const state = z.enum(STATES).openapi('ConsultationState');

const slotTimes = {
  startsAt: instant,
  endsAt: instant,
  minutes: z.number().int(),
  consentSeconds: z.number().int(),
};

/** A time at which a doctor can be consulted. */
export const slot = z
  .object({ id: z.uuid(), doctor: person, ...slotTimes, free: z.boolean() })
  .openapi('Slot');

/** A slot's JSON. */
export type Slot = z.output<typeof slot>;

/** A new slot. */
export const newSlot = z
  .object({
    startsAt: z.iso
      .datetime({ offset: true })
      .transform((value) => new Date(value))
      .refine((at) => at.getTime() >= Date.now(), 'Must not be in the past')
      .refine((at) => at.getTime() < LATEST, 'Must be before the year 2200'),
    minutes: z.number().int().min(5).max(240),
    consentSeconds: z.number().int().min(1).max(604_800).default(3_600),
  })
  .openapi('NewSlot');

/** A new slot, read. */
export type NewSlot = z.output<typeof newSlot>;

// Forms send empty fields for "any".
const orEmpty = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional();

const paging = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(20),
};

/** What to list of the slots. */
export const slotQuery = z.object({
  doctorId: orEmpty(z.uuid()),
  from: orEmpty(z.iso.datetime({ offset: true }).transform((value) => new Date(value))),
  free: orEmpty(z.enum(['true', 'false']).transform((value) => value === 'true')),
  ...paging,
});

/** What to list of the slots, read. */
export type SlotQuery = z.output<typeof slotQuery>;

/** What a patient says when booking. */
export const booking = z.object({ reason: someText(1_000) }).openapi('Booking');

/** A consultation. */
export const consultation = z
  .object({
    id: z.uuid(),
    slot: z.object({ id: z.uuid(), ...slotTimes }),
    doctor: person,
    patient: person,
    reason: z.string(),
    state,
    consent: z.object({
      state: z.enum(['missing', 'given', 'expired']),
      expiresAt: instant.nullable(),
    }),
    patientJoined: z.boolean(),
    cancelledBy: z.enum(['doctor', 'patient']).nullable(),
    summary: z.string().nullable(),
    prescription: z.object({ id: z.uuid(), number: z.string() }).nullable(),
    createdAt: instant,
    openedAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .openapi('Consultation');

/** A consultation's JSON. */
export type Consultation = z.output<typeof consultation>;

/** What to list of the consultations. */
export const consultationQuery = z.object({
  state: orEmpty(state),
  search: text(200).optional(),
  sort: z.enum(['startsAt', '-startsAt']).default('startsAt'),
  ...paging,
});

/** What to list of the consultations, read. */
export type ConsultationQuery = z.output<typeof consultationQuery>;

/** A patient's consent. */
export const consent = z.object({ accepted: z.literal(true) }).openapi('Consent');

/** What somebody wrote in the room. */
export const chatMessage = z
  .object({
    id: z.uuid(),
    number: z.number().int(),
    author: person,
    text: z.string(),
    at: instant,
  })
  .openapi('ChatMessage');

/** A chat message's JSON. */
export type ChatMessage = z.output<typeof chatMessage>;

/** Which page of what was written to read. */
export const chatQuery = z.object({ ...paging, pageSize: paging.pageSize.removeDefault().default(200) });

/** How a stream of events goes on: after the last one that its reader has. */
export const resumption = z.object({ 'last-event-id': z.coerce.number().int().min(0).optional() });

/** A new chat message. */
export const newChatMessage = z.object({ text: someText(2_000) }).openapi('NewChatMessage');

/** The doctor's own notes. */
export const notes = z
  .object({ text: z.string(), updatedAt: instant.nullable() })
  .openapi('ConsultationNotes');

/** The doctor's own notes, to be written. */
export const newNotes = z.object({ text: z.string().max(20_000) }).openapi('NewConsultationNotes');

const prescriptionLine = z
  .object({
    itemId: z.uuid().nullable().default(null),
    medicine: someText(200),
    substance: someText(200),
    quantity: z.number().int().min(1).max(999),
    dose: someText(200),
    instructions: text(500).default(''),
  })
  .openapi('ConsultationPrescriptionLine');

/** How a consultation ends. */
export const ending = z
  .object({
    summary: someText(5_000),
    prescription: z.object({ lines: z.array(prescriptionLine).min(1).max(20) }).optional(),
  })
  .openapi('ConsultationEnding');

/** How a consultation ends, read. */
export type Ending = z.output<typeof ending>;
