import type { MockHttp } from 'groundwork-e2e/mocks';
import type { UserKit } from '../../backend/services/user-service/src/kit';
import type { paths } from '../../contracts/user-service';
import type { HandlerKit } from '../kit';

/** What the handlers of user-service are made with. */
export interface UserHandlerKit extends HandlerKit {
  readonly http: MockHttp<paths>;
  /** The service's own work, on a store in memory. */
  readonly users: UserKit;
}
