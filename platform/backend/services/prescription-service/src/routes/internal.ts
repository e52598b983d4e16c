import { isUniqueViolation } from '@officina/shared/database/errors';
import { createRoute, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { createPrescription } from '../creating';
import { prescriptionOf } from '../form';
import type { Db, PrescriptionKit } from '../kit';
import { prescription, prescriptionOfService } from '../schema';
import type { PrescriptionRow } from '../tables';

const create = createRoute({
  method: 'post',
  path: '/internal/prescriptions',
  summary: 'Write a prescription in the name of a doctor; the same reference twice is one',
  request: { body: jsonBody(prescriptionOfService) },
  responses: { 201: jsonAnswer(prescription, 'The prescription') },
});

function withReference(db: Db, accountId: string, reference: string): Promise<PrescriptionRow> {
  return db
    .selectFrom('prescriptions')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
}

/** Prescriptions that another service hands in. */
export function addInternal(api: Api, kit: PrescriptionKit): void {
  api.openapi(create, async (c) => {
    const input = c.req.valid('json');
    const { accountId, doctor, reference } = input;
    const made = createPrescription(kit, doctor, input).catch((error: unknown) => {
      const known = isUniqueViolation(error, 'prescriptions_reference_unique');
      if (known && reference !== undefined) return withReference(kit.db, accountId, reference);
      throw error;
    });
    return c.json(prescriptionOf(await made), 201);
  });
}
