import { identity } from '@officina/shared/identity/guards';
import { createRoute, idParams, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { consultationOf } from '../form';
import type { TeleconsultationKit } from '../kit';
import { consultation, consultationQuery } from '../schema';
import { listConsultations, readVisible } from '../store/consultations';

const number = z.number().int();

const list = createRoute({
  method: 'get',
  path: '/api/consultations',
  summary: 'Consultations: own ones for doctors and patients',
  request: { query: consultationQuery },
  responses: {
    200: jsonAnswer(
      z.object({ items: z.array(consultation), total: number, page: number, pageSize: number }),
      'One page of consultations',
    ),
  },
});

const read = createRoute({
  method: 'get',
  path: '/api/consultations/{id}',
  summary: 'One consultation',
  request: { params: idParams },
  responses: { 200: jsonAnswer(consultation, 'The consultation') },
});

/** Reading consultations. */
export function addConsultations(api: Api, { db }: TeleconsultationKit): void {
  api.openapi(list, async (c) =>
    c.json(await listConsultations(db, identity(c), c.req.valid('query')), 200),
  );
  api.openapi(read, async (c) => {
    const caller = identity(c);
    const row = await readVisible(db, caller, c.req.valid('param').id);
    return c.json(consultationOf(row, caller), 200);
  });
}
