import { need, type MockKit } from 'groundwork-e2e/mocks';
import { findingsFor, type Findings } from '../../backend/services/prescription-service/src/checks/findings';
import { inventory, type Inventory } from '../../backend/services/prescription-service/src/peers/inventory';
import type { PrescriptionRow } from '../../backend/services/prescription-service/src/tables';
import { UPLOADS } from '../../backend/services/prescription-service/src/uploading';
import { requestLimit } from '@officina/shared/uploads/upload';
import type { paths } from '../../contracts/prescription-service';
import { mockKit, type HandlerKit } from '../kit';
import { keyedLock, type Lock } from '../kit/locks';
import { noticeTeller, type Tell } from '../kit/notices';
import { PrescriptionStore } from './store';

/** The mocked service's name. */
export const SERVICE = 'prescription-service';

/** What every handler of the mock works with. */
export interface Desk extends HandlerKit {
  readonly http: MockKit<paths>['http'];
  readonly store: PrescriptionStore;
  readonly inventory: Inventory;
  readonly tell: Tell;
  /** Nobody else changes a prescription while somebody works on it under its id. */
  readonly lock: Lock;
}

/** What speaks against a prescription as it is now. */
export function checksOf({ store }: Desk, row: PrescriptionRow): Findings {
  const allergies = store.allergiesOf({ accountId: row.account_id, patientId: row.patient_id });
  return findingsFor(row.lines.map(({ substance }) => substance), allergies);
}

/** Makes the {@link Desk} of a mock that was just opened. */
export function deskOf({ http, env, log, fetch }: MockKit<paths>): Desk {
  const internalKey = need(env, 'INTERNAL_KEY');
  const peer = { self: SERVICE, internalKey, fetch };
  return {
    ...mockKit({
      service: SERVICE,
      internalKey,
      bodyLimit: requestLimit(UPLOADS.most),
      failed: (error) => log.error({ err: error }, 'request failed unexpectedly'),
    }),
    http,
    store: new PrescriptionStore(),
    inventory: inventory({ ...peer, url: need(env, 'INVENTORY_URL') }),
    tell: noticeTeller({ ...peer, url: need(env, 'NOTIFICATION_URL'), log }),
    lock: keyedLock(),
  };
}
