import { identity } from '@officina/shared/identity/guards';
import { createRoute, idParams, jsonAnswer } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { requireRoleFor } from '../access';
import { findings } from '../checks/findings';
import { checksOf } from '../checks/ofPrescription';
import type { PrescriptionKit } from '../kit';
import { readVisible } from '../store/prescriptions';

const check = createRoute({
  method: 'get',
  path: '/api/prescriptions/{id}/checks',
  summary: 'Interactions of the lines and allergies of the patient',
  middleware: requireRoleFor('check'),
  request: { params: idParams },
  responses: { 200: jsonAnswer(findings, 'What speaks against the prescription') },
});

/** The safety checks of a prescription. */
export function addChecks(api: Api, { db }: PrescriptionKit): void {
  api.openapi(check, async (c) => {
    const row = await readVisible(db, identity(c), c.req.valid('param').id);
    return c.json(await checksOf(db, row), 200);
  });
}
