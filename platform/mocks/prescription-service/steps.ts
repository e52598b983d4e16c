import type { Identity } from '@officina/shared/identity/identity';
import { idParams } from '@officina/shared/service/api';
import { refuseOthers } from '../../backend/services/prescription-service/src/access';
import { prescriptionOf } from '../../backend/services/prescription-service/src/form';
import { noticeOf } from '../../backend/services/prescription-service/src/peers/notices';
import { approval, rejection } from '../../backend/services/prescription-service/src/schema';
import { LEADS_TO, requireState } from '../../backend/services/prescription-service/src/states';
import {
  overrideOf,
  PAST,
  requireLines,
  stockFor,
  type Outcome,
  type WantedStep,
} from '../../backend/services/prescription-service/src/stepRules';
import { actorOf } from '../../backend/services/prescription-service/src/history';
import type { PrescriptionRow } from '../../backend/services/prescription-service/src/tables';
import { bodyOf, paramsOf } from '../kit';
import { checksOf, type Desk } from './desk';

async function carryOut(desk: Desk, row: PrescriptionRow, wanted: WantedStep): Promise<Outcome> {
  const { inventory } = desk;
  const reservation = row.reservation_id;
  switch (wanted.step) {
    case 'review':
      return { change: {} };
    case 'approve': {
      requireLines(row);
      const details = overrideOf(row, checksOf(desk, row), wanted.overrideReason);
      const stock = stockFor(row);
      return { change: { reservation_id: stock ? await inventory.reserve(stock) : null }, details };
    }
    case 'reject':
      if (reservation !== null) await inventory.release(reservation);
      return { change: { rejection: wanted.reason, reservation_id: null }, details: { reason: wanted.reason } };
    case 'dispense':
      if (reservation !== null) await inventory.dispense(reservation);
      return { change: {} };
  }
}

interface Wish {
  readonly id: string;
  readonly wanted: WantedStep;
}

function takeStep(desk: Desk, caller: Identity, { id, wanted }: Wish): Promise<PrescriptionRow> {
  const { store, tell, lock } = desk;
  const { step } = wanted;
  return lock(id, async () => {
    const entry = store.visible(caller, id);
    const { state: from } = entry.row;
    requireState(entry.row, step);
    const { change, details } = await carryOut(desk, entry.row, wanted);
    const changed = store.change(entry, { ...change, state: LEADS_TO[step] });
    store.record(entry, actorOf(caller), { action: PAST[step], from, to: changed.state, details });
    const notice = noticeOf(changed, step, caller.userId);
    if (notice) tell(notice);
    return changed;
  });
}

/** The steps of a prescription, with the stock that hangs on them. */
export function stepHandlers(desk: Desk) {
  const { http, guarded, callers } = desk;
  const allowed = async (request: Request, step: WantedStep['step']): Promise<Identity> => {
    const caller = await callers.withRight(request, 'prescriptions');
    refuseOthers(caller, step);
    return caller;
  };
  return [
    http.post('/api/prescriptions/{id}/review', guarded(async ({ request, params, response }) => {
      const caller = await allowed(request, 'review');
      const wish = { id: paramsOf(params, idParams).id, wanted: { step: 'review' } } as const;
      return response(200).json(prescriptionOf(await takeStep(desk, caller, wish)));
    })),
    http.post('/api/prescriptions/{id}/approve', guarded(async ({ request, params, response }) => {
      const caller = await allowed(request, 'approve');
      const { id } = paramsOf(params, idParams);
      const overrideReason = (await bodyOf(request, approval)).override?.reason;
      const wish = { id, wanted: { step: 'approve', overrideReason } } as const;
      return response(200).json(prescriptionOf(await takeStep(desk, caller, wish)));
    })),
    http.post('/api/prescriptions/{id}/reject', guarded(async ({ request, params, response }) => {
      const caller = await allowed(request, 'reject');
      const { id } = paramsOf(params, idParams);
      const { reason } = await bodyOf(request, rejection);
      const wish = { id, wanted: { step: 'reject', reason } } as const;
      return response(200).json(prescriptionOf(await takeStep(desk, caller, wish)));
    })),
    http.post('/api/prescriptions/{id}/dispense', guarded(async ({ request, params, response }) => {
      const caller = await allowed(request, 'dispense');
      const wish = { id: paramsOf(params, idParams).id, wanted: { step: 'dispense' } } as const;
      return response(200).json(prescriptionOf(await takeStep(desk, caller, wish)));
    })),
  ];
}
