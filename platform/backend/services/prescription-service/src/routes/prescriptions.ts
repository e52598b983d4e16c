import { identity } from '@officina/shared/identity/guards';
import type { Identity } from '@officina/shared/identity/identity';
import { createRoute, idParams, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';
import type { z } from 'zod';

import { requireRoleFor } from '../access';
import { createPrescription } from '../creating';
import { keptLines, prescriptionOf } from '../form';
import { actorOf } from '../history';
import type { PrescriptionKit } from '../kit';
import { newPrescription, prescription, prescriptionChange } from '../schema';
import { requireState } from '../states';
import { recordEvent } from '../store/events';
import { lockVisible, updatePrescription } from '../store/prescriptions';
import type { PrescriptionRow } from '../tables';

const create = createRoute({
  method: 'post',
  path: '/api/prescriptions',
  summary: 'Write a prescription',
  middleware: requireRoleFor('create'),
  request: { body: jsonBody(newPrescription) },
  responses: { 201: jsonAnswer(prescription, 'The prescription') },
});

const change = createRoute({
  method: 'patch',
  path: '/api/prescriptions/{id}',
  summary: 'Change the lines or the note before approval',
  middleware: requireRoleFor('edit'),
  request: { params: idParams, body: jsonBody(prescriptionChange) },
  responses: { 200: jsonAnswer(prescription, 'The prescription') },
});

interface WantedChange {
  readonly id: string;
  readonly input: z.output<typeof prescriptionChange>;
}

function changePrescription(
  { db }: PrescriptionKit,
  caller: Identity,
  { id, input }: WantedChange,
): Promise<PrescriptionRow> {
  return db.transaction().execute(async (trx) => {
    const row = await lockVisible(trx, caller, id);
    requireState(row, 'edit');
    const lines = input.lines && JSON.stringify(keptLines(input.lines, row.lines));
    const changed = await updatePrescription(trx, id, {
      ...(lines === undefined ? {} : { lines }),
      ...(input.note === undefined ? {} : { note: input.note }),
    });
    await recordEvent(trx, actorOf(caller), {
      prescriptionId: id,
      action: 'edited',
      from: row.state,
      to: row.state,
      details: { fields: Object.keys(input) },
    });
    return changed;
  });
}

/** Writing prescriptions and changing them. */
export function addPrescriptions(api: Api, kit: PrescriptionKit): void {
  api.openapi(create, async (c) => {
    const caller = identity(c);
    const input = c.req.valid('json');
    const self = { id: caller.userId, name: caller.name };
    const doctor = caller.role === 'doctor' ? self : input.doctor;
    const incoming = { ...input, doctor, accountId: caller.accountId };
    return c.json(prescriptionOf(await createPrescription(kit, self, incoming)), 201);
  });
  api.openapi(change, async (c) => {
    const wanted = { id: c.req.valid('param').id, input: c.req.valid('json') };
    return c.json(prescriptionOf(await changePrescription(kit, identity(c), wanted)), 200);
  });
}
