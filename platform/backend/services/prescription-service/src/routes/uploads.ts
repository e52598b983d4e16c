import { identity } from '@officina/shared/identity/guards';
import { createRoute, jsonAnswer } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import { readUpload } from '@officina/shared/uploads/upload';

import { createPrescription } from '../creating';
import { prescriptionOf } from '../form';
import type { PrescriptionKit } from '../kit';
import { prescription } from '../schema';
import { patientOf, uploadForm, UPLOADS } from '../uploading';

const upload = createRoute({
  method: 'post',
  path: '/api/prescriptions/uploads',
  summary: 'Hand a prescription in as a PDF or a picture; staff name the patient',
  request: {
    body: { required: true, content: { 'multipart/form-data': { schema: uploadForm } } },
  },
  responses: { 201: jsonAnswer(prescription, 'The prescription, without lines yet') },
});

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
