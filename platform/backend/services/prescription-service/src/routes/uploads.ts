import { identity } from '@officina/shared/identity/guards';
import type { Identity } from '@officina/shared/identity/identity';
import { Problem } from '@officina/shared/problems/problem';
import { createRoute, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import { fileField, readUpload } from '@officina/shared/uploads/upload';

import { createPrescription } from '../creating';
import type { PrescriptionKit } from '../kit';
import { prescription } from '../schema';
import { prescriptionOf } from '../store/prescriptions';

/** Which files prescriptions are handed in as. */
export const UPLOADS = { types: ['application/pdf', 'image/png', 'image/jpeg'], most: 5 } as const;

const uploadForm = z.object({
  file: fileField,
  patientId: z.uuid().optional(),
  patientName: z.string().trim().min(1).max(200).optional(),
  note: z.string().trim().max(2_000).default(''),
});

const upload = createRoute({
  method: 'post',
  path: '/api/prescriptions/uploads',
  summary: 'Hand a prescription in as a PDF or a picture; staff name the patient',
  request: {
    body: { required: true, content: { 'multipart/form-data': { schema: uploadForm } } },
  },
  responses: { 201: jsonAnswer(prescription, 'The prescription, without lines yet') },
});

function patientOf(caller: Identity, { patientId, patientName }: z.output<typeof uploadForm>) {
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

/** Handing prescriptions in as files. */
export function addUploads(api: Api, kit: PrescriptionKit): void {
  api.openapi(upload, async (c) => {
    const caller = identity(c);
    const form = c.req.valid('form');
    const self = { id: caller.userId, name: caller.name };
    const row = await createPrescription(kit, self, {
      accountId: caller.accountId,
      patient: patientOf(caller, form),
      doctor: caller.role === 'doctor' ? self : null,
      lines: [],
      note: form.note,
      file: await readUpload(form.file, UPLOADS),
    });
    return c.json(prescriptionOf(row), 201);
  });
}
