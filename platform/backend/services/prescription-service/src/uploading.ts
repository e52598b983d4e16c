import type { Identity } from '@officina/shared/identity/identity';
import { Problem } from '@officina/shared/problems/problem';
import { z } from '@officina/shared/service/api';
import { fileField } from '@officina/shared/uploads/upload';

/** Which files prescriptions are handed in as. */
export const UPLOADS = { types: ['application/pdf', 'image/png', 'image/jpeg'], most: 5 } as const;

/** The form with which a file is handed in. */
export const uploadForm = z.object({
  file: fileField,
  patientId: z.uuid().optional(),
  patientName: z.string().trim().min(1).max(200).optional(),
  note: z.string().trim().max(2_000).default(''),
});

/**
 * Whose prescription is handed in: patients' own, and of the patient whom all others name.
 *
 * @throws Problem 422 `invalid-input` when nobody is named.
 */
export function patientOf(
  caller: Identity,
  { patientId, patientName }: Omit<z.output<typeof uploadForm>, 'file'>,
) {
  if (caller.role === 'patient') return { id: caller.userId, name: caller.name };
  if (patientId !== undefined && patientName !== undefined) {
    return { id: patientId, name: patientName };
  }
  const path = patientId === undefined ? 'patientId' : 'patientName';
  const detail = `The upload does not say whose prescription it is: ${path} is missing.`;
  throw new Problem({ status: 422, code: 'invalid-input' }, detail, {
    errors: [{ path, message: 'Needed from everybody but patients' }],
  });
}
