import type { AuthClient } from './authClient';
import type { UserStore } from './store/userStore';

/** What every route of user-service works with. */
export interface UserKit {
  readonly store: UserStore;
  readonly auth: AuthClient;
}
