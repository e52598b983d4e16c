import { patientKeyFor, refuseOthers } from '../../backend/services/prescription-service/src/access';
import { patientParams, profile } from '../../backend/services/prescription-service/src/schema';
import { bodyOf, paramsOf } from '../kit';
import type { Desk } from './desk';

const PATH = '/api/prescriptions/patients/{patientId}/profile';

/** What the pharmacy knows of its patients. */
export function profileHandlers({ http, guarded, callers, store }: Desk) {
  return [
    http.get(PATH, guarded(async ({ request, params, response }) => {
      const caller = await callers.withRight(request, 'prescriptions');
      const key = patientKeyFor(caller, paramsOf(params, patientParams).patientId);
      return response(200).json({ allergies: store.allergiesOf(key) });
    })),
    http.put(PATH, guarded(async ({ request, params, response }) => {
      const caller = await callers.withRight(request, 'prescriptions');
      refuseOthers(caller, 'change a patient profile');
      const { patientId } = paramsOf(params, patientParams);
      const allergies = [...new Set((await bodyOf(request, profile)).allergies)];
      store.saveAllergies(patientKeyFor(caller, patientId), allergies);
      return response(200).json({ allergies });
    })),
  ];
}
