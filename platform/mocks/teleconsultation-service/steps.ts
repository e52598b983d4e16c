import type { Identity } from '@officina/shared/identity/identity';
import { idParams } from '@officina/shared/service/api';
import { consultationOf } from '../../backend/services/teleconsultation-service/src/form';
import { noticeOf } from '../../backend/services/teleconsultation-service/src/peers/notices';
import { consent, ending, type Consultation } from '../../backend/services/teleconsultation-service/src/schema';
import {
  cancelConsultation,
  endWith,
  giveConsent,
  joinRoom,
  requireEnd,
  wantedPrescription,
  type Decision,
} from '../../backend/services/teleconsultation-service/src/stepRules';
import { bodyOf, paramsOf } from '../kit';
import type { Desk } from './desk';

interface Step {
  readonly id: string;
  readonly decide: Decision;
}

// Nothing waits in here: from the decision to the change the consultation stays as it is.
function take({ store, hub, tell }: Desk, caller: Identity, { id, decide }: Step): Consultation {
  const room = store.visible(caller, id);
  const outcome = decide(room.row, caller);
  if (outcome) {
    store.change(room, outcome.change);
    store.append(room, caller, { type: 'changed', text: '' });
    const { notice } = outcome;
    if (notice) tell(noticeOf(room.row, notice.happened, notice.by));
  }
  hub.wake([id]);
  return consultationOf(room.row, caller);
}

function coming(desk: Desk) {
  const { http, guarded, callers } = desk;
  return [
    http.post('/api/consultations/{id}/consent', guarded(async ({ request, params, response }) => {
      const caller = await callers.user(request);
      const { id } = paramsOf(params, idParams);
      await bodyOf(request, consent);
      return response(200).json(take(desk, caller, { id, decide: giveConsent }));
    })),
    http.post('/api/consultations/{id}/join', guarded(async ({ request, params, response }) => {
      const caller = await callers.user(request);
      const { id } = paramsOf(params, idParams);
      return response(200).json(take(desk, caller, { id, decide: joinRoom }));
    })),
  ];
}

/** Everything that moves a consultation on. */
export function stepHandlers(desk: Desk) {
  const { http, guarded, callers, store, prescriptions } = desk;
  return [
    ...coming(desk),
    http.post('/api/consultations/{id}/cancel', guarded(async ({ request, params, response }) => {
      const caller = await callers.user(request);
      const { id } = paramsOf(params, idParams);
      return response(200).json(take(desk, caller, { id, decide: cancelConsultation }));
    })),
    http.post('/api/consultations/{id}/end', guarded(async ({ request, params, response }) => {
      const caller = await callers.user(request);
      const { id } = paramsOf(params, idParams);
      const wanted = await bodyOf(request, ending);
      const { row } = store.visible(caller, id);
      requireEnd(row, caller, wanted);
      const prescription = wantedPrescription(row, wanted);
      const made = prescription && (await prescriptions.create(prescription));
      return response(200).json(take(desk, caller, { id, decide: endWith(wanted, made) }));
    })),
  ];
}
