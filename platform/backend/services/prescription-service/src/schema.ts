import { instant, z } from '@officina/shared/service/api';

import { labelLanguage } from './label/texts';
import { STATES } from './states';

const text = (most: number) => z.string().trim().max(most);
const someText = (most: number) => text(most).min(1);

/** A person, named as the directory of the account names them. */
export const person = z.object({ id: z.uuid(), name: someText(200) });

/** The states of a prescription. */
export const state = z.enum(STATES).openapi('PrescriptionState');

const lineFields = {
  medicine: someText(200),
  substance: someText(200),
  quantity: z.number().int().min(1).max(999),
  dose: someText(200),
  instructions: text(500).default(''),
};

/** A line as it is written down; with the id of a line that is there already it replaces that. */
export const newLine = z
  .object({ id: z.uuid().optional(), itemId: z.uuid().nullable().default(null), ...lineFields })
  .openapi('NewPrescriptionLine');

/** A line as it is written down, read. */
export type NewLine = z.output<typeof newLine>;

/** The lines of a prescription as they are written down. */
export const newLines = z.array(newLine).min(1).max(20);

const note = text(2_000);

/** A new prescription; a doctor who writes it is its doctor, whatever is said. */
export const newPrescription = z
  .object({
    patient: person,
    doctor: person.nullable().default(null),
    lines: newLines,
    note: note.default(''),
  })
  .openapi('NewPrescription');

/** A prescription that another service hands in; the same reference twice is one. */
export const prescriptionOfService = newPrescription
  .extend({
    accountId: z.uuid(),
    doctor: person,
    reference: someText(200).optional(),
  })
  .openapi('NewPrescriptionOfService');

const reason = z.string().trim().min(3).max(500);

/** What an approval may say: why it is given in spite of what speaks against it. */
export const approval = z.object({ override: z.object({ reason }).optional() });

/** What a rejection says. */
export const rejection = z.object({ reason });

/** What to change of a prescription. */
export const prescriptionChange = z
  .object({ lines: newLines.optional(), note: note.optional() })
  .openapi('PrescriptionChange');

/** A prescription. */
export const prescription = z
  .object({
    id: z.uuid(),
    number: z.string(),
    patient: person,
    doctor: person.nullable(),
    source: z.enum(['created', 'uploaded']),
    lines: z.array(z.object({ id: z.uuid(), itemId: z.uuid().nullable(), ...lineFields })),
    note: z.string(),
    state,
    rejection: z.string().nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi('Prescription');

/** A prescription's JSON. */
export type Prescription = z.output<typeof prescription>;

const SORT_FIELDS = ['createdAt', 'number', 'patient', 'state'] as const;

/** A field prescriptions can be sorted by. */
export type SortField = (typeof SORT_FIELDS)[number];

const sort = z
  .string()
  .regex(new RegExp(`^-?(${SORT_FIELDS.join('|')})$`), `One of ${SORT_FIELDS.join(', ')}, or -…`)
  .default('-createdAt')
  .transform((order) => ({
    field: SORT_FIELDS.find((field) => order.endsWith(field)) ?? 'createdAt',
    descending: order.startsWith('-'),
  }));

// Forms send empty fields for "any".
const orEmpty = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional();

/** What to list of the prescriptions. */
export const prescriptionQuery = z.object({
  search: text(200).optional(),
  state: orEmpty(state),
  patientId: orEmpty(z.uuid()),
  sort,
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(20),
});

/** What to list of the prescriptions, read. */
export type PrescriptionQuery = z.output<typeof prescriptionQuery>;

/** Which label to print. */
export const labelQuery = z.object({ language: labelLanguage.default('en') });

/** What happened to a prescription once. */
export const historyEntry = z
  .object({
    id: z.string(),
    at: instant,
    actor: z.object({ id: z.uuid().nullable(), name: z.string() }),
    action: z.string(),
    // A nullable reference would be said in the document so that null never fits.
    from: z.union([state, z.null()]),
    to: state,
    details: z.record(z.string(), z.unknown()),
  })
  .openapi('PrescriptionEvent');

/** Path parameters of a patient's profile. */
export const patientParams = z.object({ patientId: z.uuid() });

/** What the pharmacy knows of a patient. */
export const profile = z
  .object({ allergies: z.array(someText(100)).max(50) })
  .openapi('PatientProfile');
