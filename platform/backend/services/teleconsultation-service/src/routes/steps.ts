import { identity } from '@officina/shared/identity/guards';
import { createRoute, idParams, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { consultationOf } from '../form';
import type { TeleconsultationKit } from '../kit';
import { consent, consultation, ending } from '../schema';
import { endConsultation, takeStep } from '../stepping';
import { cancelConsultation, giveConsent, joinRoom } from '../stepRules';

const responses = { 200: jsonAnswer(consultation, 'The consultation') };

const consenting = createRoute({
  method: 'post',
  path: '/api/consultations/{id}/consent',
  summary: 'Consent to the consultation (patient); valid for as long as the slot says',
  request: { params: idParams, body: jsonBody(consent) },
  responses,
});

const joining = createRoute({
  method: 'post',
  path: '/api/consultations/{id}/join',
  summary: 'Come into the room; the doctor opens it, the patient needs a valid consent',
  request: { params: idParams },
  responses,
});

const cancelling = createRoute({
  method: 'post',
  path: '/api/consultations/{id}/cancel',
  summary: 'Call a booked consultation off',
  request: { params: idParams },
  responses,
});

const ends = createRoute({
  method: 'post',
  path: '/api/consultations/{id}/end',
  summary: 'End the consultation with a summary and perhaps a prescription (doctor)',
  request: { params: idParams, body: jsonBody(ending) },
  responses,
});

/** Everything that moves a consultation on. */
export function addSteps(api: Api, kit: TeleconsultationKit): void {
  const plain = [
    [joining, joinRoom],
    [cancelling, cancelConsultation],
  ] as const;
  for (const [route, decide] of plain) {
    api.openapi(route, async (c) => {
      const caller = identity(c);
      const row = await takeStep(kit, caller, { id: c.req.valid('param').id, decide });
      return c.json(consultationOf(row, caller), 200);
    });
  }
  api.openapi(consenting, async (c) => {
    const caller = identity(c);
    const row = await takeStep(kit, caller, { id: c.req.valid('param').id, decide: giveConsent });
    return c.json(consultationOf(row, caller), 200);
  });
  api.openapi(ends, async (c) => {
    const caller = identity(c);
    const wanted = { id: c.req.valid('param').id, ending: c.req.valid('json') };
    return c.json(consultationOf(await endConsultation(kit, caller, wanted), caller), 200);
  });
}
