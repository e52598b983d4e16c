import { identity } from '@officina/shared/identity/guards';
import { createRoute, jsonAnswer, jsonBody } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { patientKeyFor, requireRoleFor } from '../access';
import type { PrescriptionKit } from '../kit';
import { patientParams, profile } from '../schema';
import { allergiesOf, saveAllergies } from '../store/profiles';

const path = '/api/prescriptions/patients/{patientId}/profile';
const params = patientParams;
const responses = { 200: jsonAnswer(profile, 'The profile') };

const read = createRoute({
  method: 'get',
  path,
  summary: "A patient's allergies; patients read their own",
  request: { params },
  responses,
});

const write = createRoute({
  method: 'put',
  path,
  summary: "Write a patient's allergies",
  middleware: requireRoleFor('change a patient profile'),
  request: { params, body: jsonBody(profile) },
  responses,
});

/** What the pharmacy knows of its patients. */
export function addProfiles(api: Api, { db }: PrescriptionKit): void {
  api.openapi(read, async (c) => {
    const key = patientKeyFor(identity(c), c.req.valid('param').patientId);
    return c.json({ allergies: await allergiesOf(db, key) }, 200);
  });
  api.openapi(write, async (c) => {
    const key = patientKeyFor(identity(c), c.req.valid('param').patientId);
    const allergies = [...new Set(c.req.valid('json').allergies)];
    await saveAllergies(db, key, allergies);
    return c.json({ allergies }, 200);
  });
}
