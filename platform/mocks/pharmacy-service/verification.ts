import { idParams } from '@officina/shared/service/api';
import { officeIn } from '../../backend/services/pharmacy-service/src/audit/entry';
import { verificationDecision, verificationRequest } from '../../backend/services/pharmacy-service/src/schema';
import { decided, requested, withdrawn } from '../../backend/services/pharmacy-service/src/verification';
import { bodyOf, paramsOf } from '../kit';
import { changeLocation, type Desk } from './desk';

/** Verifying locations by their GLN. */
export function verificationHandlers(desk: Desk) {
  const { http, guarded, callers, store } = desk;
  return [
    http.post('/api/pharmacies/{id}/verification', guarded(async ({ request, params, response }) => {
      const by = await callers.withRight(request, 'users');
      const { id } = paramsOf(params, idParams);
      const { gln } = await bodyOf(request, verificationRequest);
      const after = await changeLocation(desk, { id, by }, ({ verification }) => {
        const change = requested(verification.state, gln);
        store.refuseTaken(gln, id);
        return change;
      });
      return response(200).json(after);
    })),
    http.delete('/api/pharmacies/{id}/verification', guarded(async ({ request, params, response }) => {
      const of = { by: await callers.withRight(request, 'users'), id: paramsOf(params, idParams).id };
      return response(200).json(await changeLocation(desk, of, ({ verification }) => withdrawn(verification.state)));
    })),
    http.post('/internal/pharmacies/{id}/verification', guarded(async ({ request, params, response }) => {
      const { id } = paramsOf(params, idParams);
      const decision = await bodyOf(request, verificationDecision);
      const of = { id, by: officeIn(store.accountOf(id)) };
      const after = await changeLocation(desk, of, ({ verification: { state, gln } }) => {
        const change = decided(state, decision);
        // Two locations may have asked with one GLN; it is verified once.
        if (decision.outcome === 'verified') store.refuseTaken(gln, id);
        return change;
      });
      return response(200).json(after);
    })),
  ];
}
