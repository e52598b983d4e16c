import { notFound } from '@officina/shared/problems/problem';
import { idParams } from '@officina/shared/service/api';
import { refuseOthers } from '../../backend/services/prescription-service/src/access';
import { prescriptionOf } from '../../backend/services/prescription-service/src/form';
import { labelPdf } from '../../backend/services/prescription-service/src/label/label';
import { labelQuery, prescriptionQuery } from '../../backend/services/prescription-service/src/schema';
import { requireState } from '../../backend/services/prescription-service/src/states';
import { paramsOf, queryOf } from '../kit';
import { checksOf, type Desk } from './desk';
import { pageOf } from './listing';

const KEPT_BY_NOBODY = { 'cache-control': 'private, no-store' };

function lists({ http, guarded, callers, store }: Desk) {
  return [
    http.get('/api/prescriptions', guarded(async ({ request, response }) => {
      const caller = await callers.withRight(request, 'prescriptions');
      const query = queryOf(request, prescriptionQuery);
      const { rows, total } = pageOf(store.visibleTo(caller).map(({ row }) => row), query);
      const { page, pageSize } = query;
      return response(200).json({ items: rows.map(prescriptionOf), total, page, pageSize });
    })),
  ];
}

function parts(desk: Desk) {
  const { http, guarded, callers, store } = desk;
  return [
    http.get('/api/prescriptions/{id}', guarded(async ({ request, params, response }) => {
      const caller = await callers.withRight(request, 'prescriptions');
      const { row } = store.visible(caller, paramsOf(params, idParams).id);
      return response(200).json(prescriptionOf(row));
    })),
    http.get('/api/prescriptions/{id}/history', guarded(async ({ request, params, response }) => {
      const caller = await callers.withRight(request, 'prescriptions');
      const { history } = store.visible(caller, paramsOf(params, idParams).id);
      return response(200).json({ items: [...history] });
    })),
    http.get('/api/prescriptions/{id}/checks', guarded(async ({ request, params, response }) => {
      const caller = await callers.withRight(request, 'prescriptions');
      refuseOthers(caller, 'check');
      const { row } = store.visible(caller, paramsOf(params, idParams).id);
      return response(200).json(checksOf(desk, row));
    })),
  ];
}

function files({ http, guarded, callers, store }: Desk) {
  return [
    http.get('/api/prescriptions/{id}/file', guarded(async ({ request, params, response }) => {
      const caller = await callers.withRight(request, 'prescriptions');
      const { file } = store.visible(caller, paramsOf(params, idParams).id);
      if (!file) throw notFound('file; this prescription was not uploaded');
      const headers = {
        ...KEPT_BY_NOBODY,
        'content-type': file.type,
        'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      };
      return response.untyped(new Response(new Uint8Array(file.content), { headers }));
    })),
    http.get('/api/prescriptions/{id}/label.pdf', guarded(async ({ request, params, response }) => {
      const caller = await callers.withRight(request, 'prescriptions');
      refuseOthers(caller, 'print a label');
      const { language } = queryOf(request, labelQuery);
      const { row } = store.visible(caller, paramsOf(params, idParams).id);
      requireState(row, 'label');
      const headers = {
        ...KEPT_BY_NOBODY,
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="label-${row.number}.pdf"`,
      };
      const pdf = await labelPdf(prescriptionOf(row), language);
      return response.untyped(new Response(new Uint8Array(pdf), { headers }));
    })),
  ];
}

/** Lists of prescriptions, one of them with its parts, and its files. */
export function readingHandlers(desk: Desk) {
  return [...lists(desk), ...parts(desk), ...files(desk)];
}
