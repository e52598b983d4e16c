import { identity } from '@officina/shared/identity/guards';
import { notFound } from '@officina/shared/problems/problem';
import { createRoute, idParams, jsonAnswer, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { prescriptionOf } from '../form';
import type { PrescriptionKit } from '../kit';
import { historyEntry, prescription, prescriptionQuery } from '../schema';
import { historyOf } from '../store/events';
import { listPrescriptions } from '../store/listing';
import { readVisible } from '../store/prescriptions';

const list = createRoute({
  method: 'get',
  path: '/api/prescriptions',
  summary: 'Search the prescriptions; doctors and patients find their own',
  request: { query: prescriptionQuery },
  responses: {
    200: jsonAnswer(
      z.object({
        items: z.array(prescription),
        total: z.number().int(),
        page: z.number().int(),
        pageSize: z.number().int(),
      }),
      'One page of prescriptions',
    ),
  },
});

const read = createRoute({
  method: 'get',
  path: '/api/prescriptions/{id}',
  summary: 'One prescription',
  request: { params: idParams },
  responses: { 200: jsonAnswer(prescription, 'The prescription') },
});

const readHistory = createRoute({
  method: 'get',
  path: '/api/prescriptions/{id}/history',
  summary: 'What happened to a prescription, oldest first',
  request: { params: idParams },
  responses: {
    200: jsonAnswer(z.object({ items: z.array(historyEntry) }), 'The history'),
  },
});

const readFile = createRoute({
  method: 'get',
  path: '/api/prescriptions/{id}/file',
  summary: 'The file a prescription was uploaded as',
  request: { params: idParams },
  responses: { 200: { description: 'The file as it was handed in' } },
});

/** Listing prescriptions and reading one, its history and its file. */
export function addReading(api: Api, { db }: PrescriptionKit): void {
  api.openapi(list, async (c) => {
    const query = c.req.valid('query');
    const { page, pageSize } = query;
    return c.json({ ...(await listPrescriptions(db, identity(c), query)), page, pageSize }, 200);
  });
  api.openapi(read, async (c) => {
    return c.json(prescriptionOf(await readVisible(db, identity(c), c.req.valid('param').id)), 200);
  });
  api.openapi(readHistory, async (c) => {
    const { id } = await readVisible(db, identity(c), c.req.valid('param').id);
    return c.json({ items: await historyOf(db, id) }, 200);
  });
  api.openapi(readFile, async (c) => {
    const { id } = await readVisible(db, identity(c), c.req.valid('param').id);
    const file = await db
      .selectFrom('prescription_files')
      .selectAll()
      .where('prescription_id', '=', id)
      .executeTakeFirst();
    if (!file) throw notFound('file; this prescription was not uploaded');
    const name = encodeURIComponent(file.name);
    return c.body(new Uint8Array(file.content), 200, {
      'content-type': file.type,
      'content-disposition': `inline; filename*=UTF-8''${name}`,
      'cache-control': 'private, no-store',
    });
  });
}
