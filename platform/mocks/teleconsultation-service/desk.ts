import { Hub } from '@officina/shared/events/hub';
import { need, type MockKit } from 'groundwork-e2e/mocks';
import { prescriptions, type Prescriptions } from '../../backend/services/teleconsultation-service/src/peers/prescriptions';
import {
  teleconsultationEnvironment,
  type TeleconsultationSettings,
} from '../../backend/services/teleconsultation-service/src/settings';
import type { paths } from '../../contracts/teleconsultation-service';
import { mockKit, type HandlerKit } from '../kit';
import { noticeTeller, type Tell } from '../kit/notices';
import { ConsultationStore } from './store';

/** The mocked service's name. */
export const SERVICE = 'teleconsultation-service';

const OWN_PATHS = /^\/api\/consultations(\/|$)/;
const streams = teleconsultationEnvironment.pick({ HEARTBEAT_SECONDS: true, STREAM_SECONDS: true });

/** What every handler of the mock works with. */
export interface Desk extends HandlerKit {
  readonly http: MockKit<paths>['http'];
  readonly log: MockKit<paths>['log'];
  readonly store: ConsultationStore;
  readonly hub: Hub;
  readonly prescriptions: Prescriptions;
  readonly tell: Tell;
  readonly settings: Pick<TeleconsultationSettings, 'HEARTBEAT_SECONDS' | 'STREAM_SECONDS'>;
}

/** Makes the {@link Desk} of a mock that was just opened. */
export function deskOf({ http, env, log, fetch }: MockKit<paths>): Desk {
  const internalKey = need(env, 'INTERNAL_KEY');
  const peer = { self: SERVICE, internalKey, fetch };
  return {
    ...mockKit({
      service: SERVICE,
      internalKey,
      admit: async (request, callers) => {
        if (OWN_PATHS.test(new URL(request.url).pathname)) await callers.withRight(request, 'consultations');
      },
      failed: (error) => log.error({ err: error }, 'request failed unexpectedly'),
    }),
    http,
    log,
    store: new ConsultationStore(),
    hub: new Hub(),
    prescriptions: prescriptions({ ...peer, url: need(env, 'PRESCRIPTION_URL') }),
    tell: noticeTeller({ ...peer, url: need(env, 'NOTIFICATION_URL'), log }),
    settings: streams.parse(env),
  };
}
