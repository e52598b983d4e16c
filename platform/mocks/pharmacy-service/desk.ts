import { requestLimit } from '@officina/shared/uploads/upload';
import { need, type MockKit } from 'groundwork-e2e/mocks';
import { deedsOf } from '../../backend/services/pharmacy-service/src/audit/deeds';
import type { ChangeOf } from '../../backend/services/pharmacy-service/src/changing';
import { PHOTOS } from '../../backend/services/pharmacy-service/src/photos';
import type { Location } from '../../backend/services/pharmacy-service/src/schema';
import { userClient, type UserClient } from '../../backend/services/pharmacy-service/src/userClient';
import type { paths } from '../../contracts/pharmacy-service';
import { mockKit, type HandlerKit } from '../kit';
import { auditTeller, type TellAudit } from './audit';
import { LocationStore, viewOf, type StoredChange, type StoredPhoto } from './store';

/** The mocked service's name. */
export const SERVICE = 'pharmacy-service';

/** What every handler of the mock works with. */
export interface Desk extends HandlerKit {
  readonly http: MockKit<paths>['http'];
  readonly store: LocationStore;
  readonly users: UserClient;
  readonly tell: TellAudit;
}

/** Decides what changes, by how the location is now; a Problem leaves everything as it is. */
export type Decide = (before: Location, photos: readonly StoredPhoto[]) => StoredChange;

/**
 * Changes a location of the doer's account as a whole, and tells the audit log.
 *
 * @throws Problem 404 when the account has no such location, and whatever `decide` throws.
 */
export async function changeLocation({ store, tell }: Desk, { id, by }: ChangeOf, decide: Decide): Promise<Location> {
  const stored = store.location({ id, accountId: by.accountId });
  const before = viewOf(stored);
  const after = store.change(stored, decide(before, stored.photos));
  await tell(by, deedsOf(before, after));
  return after;
}

/** Makes the {@link Desk} of a mock that was just opened. */
export function deskOf({ http, env, log, fetch }: MockKit<paths>): Desk {
  const internalKey = need(env, 'INTERNAL_KEY');
  const users = userClient({ self: SERVICE, url: need(env, 'USER_URL'), internalKey, fetch, timeoutMs: 2_000 });
  return {
    ...mockKit({
      service: SERVICE,
      internalKey,
      bodyLimit: requestLimit(PHOTOS.most),
      admit: async (request, callers) => {
        if (new URL(request.url).pathname.startsWith('/internal/')) await callers.service(request);
      },
      failed: (error) => log.error({ err: error }, 'request failed unexpectedly'),
    }),
    http,
    store: new LocationStore(),
    users,
    tell: auditTeller(users, log),
  };
}
