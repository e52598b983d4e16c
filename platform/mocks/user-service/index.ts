import { defineMock, need } from 'groundwork-e2e/mocks';
import { authClient } from '../../backend/services/user-service/src/authClient';
import type { paths } from '../../contracts/user-service';
import { mockKit } from '../kit';
import { accountHandlers, auditHandlers } from './account';
import { insideHandlers } from './inside';
import type { UserHandlerKit } from './kit';
import { changeHandlers, peopleHandlers } from './people';
import { memoryStore } from './store';

const service = 'user-service';

/** user-service by its own rules and without a database; who its users are it asks auth-service, as ever. */
export default defineMock<paths>({
  service,
  beyond: ['* /*'],
  create: ({ http, env, log, fetch }) => {
    const internalKey = need(env, 'INTERNAL_KEY');
    const failed = (error: unknown) => log.error({ err: error }, 'request failed unexpectedly');
    const base = mockKit({ service, internalKey, failed });
    const auth = authClient({ self: service, url: need(env, 'AUTH_URL'), internalKey, fetch });
    const kit: UserHandlerKit = { ...base, http, users: { store: memoryStore(), auth } };
    return [
      ...peopleHandlers(kit),
      ...changeHandlers(kit),
      ...accountHandlers(kit),
      ...auditHandlers(kit),
      ...insideHandlers(kit),
      http.untyped.all('/*', base.nothingElse),
    ];
  },
});
