import { expect } from '../../../fixtures';
import { freshMarker, join, register, type Member, type Place } from './support/account';
import { IDENTITY_HEADER, identityToken } from '../support/identity';
import { ask, verdictOf } from './support/ask';
import { isInternal, operationsOf, type Operation } from './support/open-api';
import { BACKEND_SERVICES, PUBLIC_ROUTES } from './support/services';
import { test } from './support/test';
import { forEach, seenBy, unreadable, visit } from './support/walk';
import type { Victim } from './support/victim';

// Every account may note allergies of whomever it treats: the answer holds what it noted itself.
const OWN_UNDER_A_FOREIGN_ID = [
  'GET /api/prescriptions/patients/{patientId}/profile',
  'PUT /api/prescriptions/patients/{patientId}/profile',
];
// These also serve users, whose identity a peer passes on: of their own account.
const FOR_USERS_OF_THE_ACCOUNT: Readonly<Record<string, string>> = {
  'DELETE /internal/reservations/{id}': '404 not-found',
  'GET /internal/items': '200',
  'POST /internal/reservations': '404 not-found',
  'POST /internal/reservations/{id}/dispense': '404 not-found',
};
const WITHOUT_INTERNAL_ROUTES: readonly string[] = ['teleconsultation-service'];
const EVERYTHING = BACKEND_SERVICES.map((service) => `@needs:${service}`);

/** What is wrong with the answer that a stranger got; nothing when it keeps the victim's things to itself. */
async function leak(
  operation: Operation,
  victim: Victim,
  { token, pointing }: { readonly token: string; readonly pointing: boolean },
): Promise<readonly string[]> {
  const answer = await visit({ operation, baseUrl: victim.apiUrl, victim, token, pointing });
  const told = `${operation.name} answered ${verdictOf(answer)}`;
  if (answer.text.includes(victim.marker)) return [`${told} with what is the victim's: ${answer.text}`];
  const mayAnswer = operation.pathParameters.length === 0 || OWN_UNDER_A_FOREIGN_ID.includes(operation.name);
  const refused = mayAnswer ? answer.status < 500 : [403, 404].includes(answer.status);
  return refused ? [] : [`${told}: ${answer.text}`];
}

/** Walks all routes one after the other, as one change could hide another. */
async function leaks(operations: readonly Operation[], victim: Victim): Promise<readonly string[]> {
  const place: Place = { apiUrl: victim.apiUrl, marker: freshMarker('stranger') };
  const owner = await register(place);
  const team = [owner, await join(place, owner, 'doctor'), await join(place, owner, 'patient')];
  // What has no id in its path may end the stranger's own session: the next route must be asked by somebody.
  const strangersFor = async ({ method, pathParameters }: Operation): Promise<readonly Member[]> => {
    if (pathParameters.length > 0) return team;
    return method === 'GET' ? [owner] : [await register(place)];
  };
  const found: string[] = [];
  for (const operation of operations) {
    for (const { token } of await strangersFor(operation)) {
      // The one refusal must not hide that the other is missing.
      const points = operation.pathParameters.length === 0 && operation.body ? [false, true] : [false];
      for (const pointing of points) found.push(...(await leak(operation, victim, { token, pointing })));
    }
  }
  return found;
}

async function verdictsOf(
  operations: readonly Operation[],
  sent: { readonly victim: Victim; readonly baseUrl: string; readonly token?: string; readonly headers?: Record<string, string> },
): Promise<Readonly<Record<string, string>>> {
  const verdicts = await forEach(operations, async (operation) => {
    const answer = await visit({ ...sent, operation });
    const told = answer.text.includes(sent.victim.marker) ? ", and tells what is the victim's" : '';
    return [operation.name, `${verdictOf(answer)}${told}`] as const;
  });
  return Object.fromEntries(verdicts);
}

/** The victim with ids for what only services know. */
function withInternals({ inPath, inFields, ...victim }: Victim): Victim {
  const id = crypto.randomUUID();
  return {
    ...victim,
    inPath: { ...inPath, accounts: id, reservations: id },
    inFields: { ...inFields, id, ids: inFields.itemId ?? id, accountId: id, userIds: id, invitedBy: id, target: id },
  };
}

/** The claims of an owner of an account that has nothing. */
const nobodyKnown = () => ({
  ...{ userId: crypto.randomUUID(), accountId: crypto.randomUUID(), sessionId: crypto.randomUUID() },
  ...{ role: 'owner', name: 'Otto Nobody', email: 'otto@officina.example', mfaSetupRequired: false },
  rights: ['prescriptions', 'inventory', 'consultations', 'messages', 'reports', 'users'],
});

const all = (operations: readonly Operation[], verdict: string) =>
  Object.fromEntries(operations.map(({ name }) => [name, verdict]));

for (const service of BACKEND_SERVICES) {
  const open: readonly string[] = PUBLIC_ROUTES[service];
  const closed = (operation: Operation) => !isInternal(operation) && !open.includes(operation.name);

  test.describe(`the routes of ${service}`, { tag: ['@area:access', '@needs:api-gateway', ...EVERYTHING] }, () => {
    test('show and change nothing of another account', async ({ stack, victim }) => {
      const everything = (await Promise.all(BACKEND_SERVICES.map((one) => operationsOf(stack.url(one))))).flat();
      const operations = (await operationsOf(stack.url(service))).filter(closed);
      const before = await seenBy(victim, everything);
      expect(unreadable(operations, before), 'routes that the victims themselves cannot read').toEqual([]);
      expect(await leaks(operations, victim)).toEqual([]);
      expect(await seenBy(victim, everything)).toEqual(before);
    });

    test('answer nobody who has no token, but for the public ones', async ({ stack, victim }) => {
      const operations = (await operationsOf(stack.url(service))).filter((one) => !isInternal(one));
      const verdicts = await verdictsOf(operations, { victim, baseUrl: stack.apiUrl });
      const answered = operations.filter(({ name }) => verdicts[name] !== '401 not-signed-in');
      expect(answered.map(({ name }) => name).sort()).toEqual(open);
    });

    test('answer nobody whose session was ended', async ({ stack, victim }) => {
      const operations = (await operationsOf(stack.url(service))).filter(closed);
      const { token } = await register({ apiUrl: stack.apiUrl, marker: freshMarker('gone') });
      await ask({ method: 'POST', url: `${stack.apiUrl}/api/auth/sign-out`, token });
      const verdicts = await verdictsOf(operations, { victim, baseUrl: stack.apiUrl, token });
      expect(verdicts).toEqual(all(operations, '401 not-signed-in'));
    });

    test('answer at the service itself only whom the gateway has named', async ({ stack, victim }) => {
      const baseUrl = stack.url(service);
      const operations = (await operationsOf(baseUrl)).filter(closed);
      const named = (key: string, seconds: number) => ({ [IDENTITY_HEADER]: identityToken(nobodyKnown(), key, seconds) });
      const ways = {
        'without an identity': { headers: {}, verdict: '401 not-signed-in' },
        'with an access token alone': { headers: { authorization: `Bearer ${victim.owner.token}` }, verdict: '401 not-signed-in' },
        'with a forged identity': { headers: named('a-key-that-is-none-of-theirs', 60), verdict: '401 identity-invalid' },
        'with an identity of yesterday': { headers: named(stack.secret('internal'), -86_400), verdict: '401 identity-invalid' },
      };
      for (const [way, { headers, verdict }] of Object.entries(ways)) {
        expect(await verdictsOf(operations, { victim, baseUrl, headers }), way).toEqual(all(operations, verdict));
      }
    });
  });

  test.describe(`the internal routes of ${service}`, { tag: ['@area:access', `@needs:${service}`, ...EVERYTHING] }, () => {
    test('answer services, no stranger, and never through the gateway', async ({ stack, victim }) => {
      const baseUrl = stack.url(service);
      const operations = (await operationsOf(baseUrl)).filter(isInternal);
      expect(operations.length > 0, 'whether there are any').toBe(!WITHOUT_INTERNAL_ROUTES.includes(service));
      const headers = { [IDENTITY_HEADER]: identityToken(nobodyKnown(), stack.secret('internal')) };
      const inside = withInternals(victim);
      const closed = all(operations, '403 services-only');
      expect(await verdictsOf(operations, { victim: inside, baseUrl }), 'to nobody').toEqual(closed);
      const served = Object.entries(FOR_USERS_OF_THE_ACCOUNT).filter(([name]) => name in closed);
      const closedToOthers = { ...closed, ...Object.fromEntries(served) };
      expect(await verdictsOf(operations, { victim: inside, baseUrl, headers }), 'to a stranger').toEqual(closedToOthers);
      const outside = { victim: inside, baseUrl: stack.apiUrl, token: victim.owner.token };
      expect(await verdictsOf(operations, outside)).toEqual(all(operations, '404 no-route'));
    });
  });
}
