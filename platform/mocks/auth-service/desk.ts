import { need, type MockKit } from 'groundwork-e2e/mocks';
import { authEnvironment, type AuthSettings } from '../../backend/services/auth-service/src/settings';
import { accessTokens, type AccessTokens } from '../../backend/services/auth-service/src/tokens/accessTokens';
import type { paths } from '../../contracts/auth-service';
import { mockKit, type HandlerKit } from '../kit';
import { Events } from './store/events';
import { People } from './store/people';
import { Proofs } from './store/proofs';
import { Sessions } from './store/sessions';

/** The mocked service's name. */
export const SERVICE = 'auth-service';

/** What every handler of the mock works with. */
export interface Desk extends HandlerKit {
  readonly http: MockKit<paths>['http'];
  readonly settings: Omit<AuthSettings, 'DATABASE_URL'>;
  readonly access: AccessTokens;
  readonly people: People;
  readonly sessions: Sessions;
  readonly proofs: Proofs;
  readonly events: Events;
}

/** Makes the {@link Desk} of a mock that was just opened. */
export function deskOf({ http, env, log }: MockKit<paths>): Desk {
  const settings = authEnvironment.omit({ DATABASE_URL: true }).parse(env);
  const failed = (error: unknown) => log.error({ err: error }, 'request failed unexpectedly');
  return {
    ...mockKit({ service: SERVICE, internalKey: need(env, 'INTERNAL_KEY'), failed }),
    http,
    settings,
    access: accessTokens(settings.TOKEN_SECRET, settings.ACCESS_TOKEN_SECONDS),
    people: new People(),
    sessions: new Sessions(),
    proofs: new Proofs(),
    events: new Events(),
  };
}
