import { identity } from '@officina/shared/identity/guards';
import { createRoute, idParams, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { requireRoleFor } from '../access';
import { prescriptionOf } from '../form';
import type { PrescriptionKit } from '../kit';
import { approval, prescription, rejection } from '../schema';
import { takeStep } from '../stepping';

const responses = { 200: jsonAnswer(prescription, 'The prescription in its new state') };

const review = createRoute({
  method: 'post',
  path: '/api/prescriptions/{id}/review',
  summary: 'Start to review a prescription',
  middleware: requireRoleFor('review'),
  request: { params: idParams },
  responses,
});

const approve = createRoute({
  method: 'post',
  path: '/api/prescriptions/{id}/approve',
  summary: 'Approve a prescription and hold its stock back',
  middleware: requireRoleFor('approve'),
  request: {
    params: idParams,
    body: { required: false, content: { 'application/json': { schema: approval } } },
  },
  responses,
});

const reject = createRoute({
  method: 'post',
  path: '/api/prescriptions/{id}/reject',
  summary: 'Reject a prescription and give its stock back',
  middleware: requireRoleFor('reject'),
  request: { params: idParams, body: jsonBody(rejection) },
  responses,
});

const dispense = createRoute({
  method: 'post',
  path: '/api/prescriptions/{id}/dispense',
  summary: 'Hand a prescription out and take its stock',
  middleware: requireRoleFor('dispense'),
  request: { params: idParams },
  responses,
});

/** The steps of a prescription. */
export function addSteps(api: Api, kit: PrescriptionKit): void {
  api.openapi(review, async (c) => {
    const { id } = c.req.valid('param');
    const row = await takeStep(kit, identity(c), { id, wanted: { step: 'review' } });
    return c.json(prescriptionOf(row), 200);
  });
  api.openapi(approve, async (c) => {
    const { id } = c.req.valid('param');
    const overrideReason = c.req.valid('json').override?.reason;
    const wanted = { step: 'approve', overrideReason } as const;
    return c.json(prescriptionOf(await takeStep(kit, identity(c), { id, wanted })), 200);
  });
  api.openapi(reject, async (c) => {
    const { id } = c.req.valid('param');
    const wanted = { step: 'reject', reason: c.req.valid('json').reason } as const;
    return c.json(prescriptionOf(await takeStep(kit, identity(c), { id, wanted })), 200);
  });
  api.openapi(dispense, async (c) => {
    const { id } = c.req.valid('param');
    const row = await takeStep(kit, identity(c), { id, wanted: { step: 'dispense' } });
    return c.json(prescriptionOf(row), 200);
  });
}
