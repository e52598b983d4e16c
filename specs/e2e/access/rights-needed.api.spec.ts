import { expect } from '../../../fixtures';
import { IDENTITY_HEADER, identityToken } from '../support/identity';
import { ask, verdictOf } from './support/ask';
import { operationsOf, type Operation } from './support/open-api';
import type { BackendService } from './support/services';
import { test } from './support/test';
import { forEach } from './support/walk';

/** The routes that are closed without a right. */
interface Closed {
  readonly service: BackendService;
  readonly isClosed: (operation: Operation) => boolean;
}

const under = (prefix: string, ...open: readonly string[]) => ({ path, name }: Operation): boolean =>
  path.startsWith(prefix) && !open.includes(name);
// Notifications, which everybody gets, come the same way.
const EVENTS = 'GET /api/messages/events';
const REPORTS = under('/api/inventory/reports');
// Everybody has colleagues; the others are the owner's alone, whatever rights somebody has.
const IN_USERS = under('/api/users', 'GET /api/users/directory', 'DELETE /api/users/{id}', 'PUT /api/users/{id}/permissions');
const IN_AUDIT = under('/api/audit');

const RIGHTS: Readonly<Record<string, readonly Closed[]>> = {
  prescriptions: [{ service: 'prescription-service', isClosed: under('/api/prescriptions') }],
  inventory: [{ service: 'inventory-service', isClosed: (one) => under('/api/inventory')(one) && !REPORTS(one) }],
  reports: [{ service: 'inventory-service', isClosed: REPORTS }],
  consultations: [{ service: 'teleconsultation-service', isClosed: under('/api/consultations') }],
  messages: [{ service: 'notification-service', isClosed: under('/api/messages', EVENTS) }],
  users: [
    { service: 'user-service', isClosed: (one) => IN_USERS(one) || IN_AUDIT(one) },
    // Everybody reads where the pharmacies are.
    { service: 'pharmacy-service', isClosed: (one) => one.method !== 'GET' && under('/api/pharmacies')(one) },
  ],
};

/** The claims of an owner, so that it is the right alone that is missing. */
const ownerWith = (rights: readonly string[]) => ({
  ...{ userId: crypto.randomUUID(), accountId: crypto.randomUUID(), sessionId: crypto.randomUUID() },
  ...{ role: 'owner', name: 'Otto Nobody', email: 'otto@officina.example', mfaSetupRequired: false, rights },
});
const NOWHERE = '00000000-0000-4000-8000-000000000000';

for (const [right, closed] of Object.entries(RIGHTS)) {
  const needs = closed.map(({ service }) => `@needs:${service}`);

  test.describe('every route of an area is closed without its right', { tag: ['@area:access', ...needs] }, () => {
    test(`without "${right}" alone`, async ({ stack }) => {
      const rights = Object.keys(RIGHTS).filter((one) => one !== right);
      const headers = { [IDENTITY_HEADER]: identityToken(ownerWith(rights), stack.secret('internal')) };
      for (const { service, isClosed } of closed) {
        const operations = (await operationsOf(stack.url(service))).filter(isClosed);
        const verdicts = await forEach(operations, async ({ name, method, path }) => {
          const url = `${stack.url(service)}${path.replaceAll(/\{\w+\}/g, NOWHERE)}`;
          return [name, verdictOf(await ask({ method, url, headers }))];
        });
        expect(verdicts, service).toEqual(operations.map(({ name }) => [name, '403 missing-right']));
      }
    });
  });
}
