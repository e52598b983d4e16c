import type { Role } from 'groundwork-e2e';
import { expect, test } from '../../../fixtures';
import { dataOf } from '../../../platform/testing/session-strategy';
import { IDENTITY_HEADER, identityToken } from '../support/identity';
import { ask, verdictOf } from './support/ask';
import { AREAS, DEEDS, type Area, type Deed } from './support/deeds';

const ROLES = ['owner', 'pharmacist', 'assistant', 'doctor', 'patient'] as const;
const REFUSED = '403 missing-right';

/** Where to ask, and how it is known there who asks. */
interface Way {
  readonly url: (deed: Deed) => string;
  readonly headers: Readonly<Record<string, string>>;
}

async function verdicts(deeds: readonly Deed[], { url, headers }: Way): Promise<Readonly<Record<string, string>>> {
  const asked = deeds.map(async (deed) => {
    const { method, path, body } = deed;
    const answer = await ask({ method, url: `${url(deed)}${path}`, headers, ...(body ? { body: body() } : {}) });
    return [deed.name, verdictOf(answer)] as const;
  });
  return Object.fromEntries(await Promise.all(asked));
}

function expected(deeds: readonly Deed[], may: (deed: Deed) => boolean): Readonly<Record<string, string>> {
  return Object.fromEntries(deeds.map((deed) => [deed.name, may(deed) ? deed.verdict : REFUSED]));
}

/** What the gateway would tell the services of a session's user. */
function claimsOf(session: { readonly data: unknown }, changes: object = {}): object {
  const { accessToken, user } = dataOf({ role: '', expiresAt: 0, ...session });
  // Officina's `Me`, and the claims of its access token.
  const { id, name, email, rights, account } = user as typeof user & { name: string; rights: string[]; account: { id: string } };
  const { sid } = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { sid: string };
  const { role } = user;
  return { userId: id, accountId: account.id, sessionId: sid, role, name, email, rights, mfaSetupRequired: false, ...changes };
}

function titleOf(role: Role, deeds: readonly Deed[]): string {
  const may = deeds.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
  const mayNot = deeds.filter(({ roles }) => !roles.includes(role)).map(({ name }) => name);
  return [may.length > 0 && `may ${may.join(', ')}`, mayNot.length > 0 && `may not ${mayNot.join(', ')}`]
    .filter(Boolean)
    .join(', ');
}

function needsOf(areas: readonly Area[]): readonly string[] {
  return [...new Set(areas.flatMap((area) => DEEDS[area].map(({ service }) => `@needs:${service}`)))];
}

for (const area of AREAS) {
  const deeds = DEEDS[area];
  const needs = needsOf([area]);

  test.describe(`rights at the API: ${area}`, { tag: ['@area:access', '@needs:api-gateway', ...needs] }, () => {
    // What one of these tests writes changes no answer of another one.
    test.use({ isolation: 'worker' });

    for (const role of ROLES) {
      test(`${role} ${titleOf(role, deeds)}`, async ({ auth, stack }) => {
        const session = await auth.session(role);
        const allowed = expected(deeds, ({ roles }) => roles.includes(role));
        const authorization = `Bearer ${dataOf(session).accessToken}`;
        const outside = await verdicts(deeds, { url: () => stack.apiUrl, headers: { authorization } });
        expect(outside, 'through the gateway').toEqual(allowed);
        const identity = identityToken(claimsOf(session), stack.secret('internal'));
        const headers = { [IDENTITY_HEADER]: identity };
        const inside = await verdicts(deeds, { url: ({ service }) => stack.url(service), headers });
        expect(inside, 'at the service itself').toEqual(allowed);
      });
    }
  });
}

/** The first thing in an area that is closed without the area's right, by the area's name. */
function gateTo(area: Area): Deed {
  const gate = DEEDS[area].find(({ roles }) => roles.length < ROLES.length) ?? DEEDS[area][0];
  if (gate) return { ...gate, name: area };
  throw new Error(`There is no deed in the area ${area}.`);
}

test.describe('each right opens its area at the services, and no other', {
  tag: ['@area:access', '@needs:auth-service', ...needsOf(AREAS)],
}, () => {
  test.use({ isolation: 'worker' });

  const OPENED = {
    prescriptions: ['prescriptions'],
    inventory: ['inventory'],
    consultations: ['consultations'],
    messages: ['messages'],
    reports: ['reports'],
    users: ['users', 'locations'],
  } as const satisfies Readonly<Record<string, readonly Area[]>>;
  const gates = Object.values(OPENED).flat().map(gateTo);

  for (const [right, areas] of Object.entries(OPENED)) {
    test(`"${right}" alone opens ${areas.join(' and ')}`, async ({ auth, stack }) => {
      // As an owner, so that it is the right alone that is missing.
      const claims = claimsOf(await auth.session('owner'), { rights: [right] });
      const headers = { [IDENTITY_HEADER]: identityToken(claims, stack.secret('internal')) };
      const seen = await verdicts(gates, { url: ({ service }) => stack.url(service), headers });
      const opened: readonly string[] = areas;
      expect(seen).toEqual(expected(gates, ({ name }) => opened.includes(name)));
    });
  }
});
