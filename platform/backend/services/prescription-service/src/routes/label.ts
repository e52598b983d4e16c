import { identity } from '@officina/shared/identity/guards';
import { createRoute, idParams, z } from '@officina/shared/service/api';
import type { Api } from '@officina/shared/service/api';

import { requireRoleFor } from '../access';
import { prescriptionOf } from '../form';
import type { PrescriptionKit } from '../kit';
import { labelPdf } from '../label/label';
import { labelQuery } from '../schema';
import { requireState } from '../states';
import { readVisible } from '../store/prescriptions';

const print = createRoute({
  method: 'get',
  path: '/api/prescriptions/{id}/label.pdf',
  summary: 'The labels for the packages, a page for each medicine',
  middleware: requireRoleFor('print a label'),
  request: { params: idParams, query: labelQuery },
  responses: {
    200: {
      description: 'The labels',
      content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});

/** Labels to print. */
export function addLabel(api: Api, { db }: PrescriptionKit): void {
  api.openapi(print, async (c) => {
    const row = await readVisible(db, identity(c), c.req.valid('param').id);
    requireState(row, 'label');
    const pdf = await labelPdf(prescriptionOf(row), c.req.valid('query').language);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="label-${row.number}.pdf"`,
      'cache-control': 'private, no-store',
    });
  });
}
