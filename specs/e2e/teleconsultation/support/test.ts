import type { APIRequestContext, BrowserContext } from '@playwright/test';
import { test as base } from '../../../../fixtures';
import { Pages } from '../../../../page-objects';
import { answerOf } from './answer';
import { at, type Pair } from './consultations';
import { EventReader } from './eventReader';

type Role = 'owner' | 'pharmacist' | 'assistant' | 'doctor' | 'patient';

interface TeleconsultationFixtures {
  /** The doctor and the patient of the test's account. */
  readonly pair: Pair;
  /** The API as one more user of the account: a second patient, a second doctor. */
  readonly another: (role: Role, name?: string) => Promise<APIRequestContext>;
  /** The API as the owner of another account. */
  readonly stranger: APIRequestContext;
  /** Follows a consultation live; `after` is the number of the last event that was seen. */
  readonly follow: (role: Role, one: { readonly id: string }, after?: string) => Promise<EventReader>;
  /** One more browser, signed in as somebody else. */
  readonly alsoAs: (role: Role) => Promise<Pages>;
}

export { expect } from '../../../../fixtures';

export const test = base.extend<TeleconsultationFixtures>({
  pair: async ({ api }, use) => {
    const [doctor, patient] = await Promise.all([api.as('doctor'), api.as('patient')]);
    await use({ doctor, patient });
  },

  another: async ({ api, stack, playwright }, use) => {
    const opened: APIRequestContext[] = [];
    await use(async (role, name = `Second ${role}`) => {
      const unique = crypto.randomUUID();
      const [owner, nobody] = await Promise.all([api.as('owner'), api.anonymous()]);
      const data = { email: `${role}-${unique}@officina.example`, name, role };
      const invited = await answerOf<{ invitation: { token: string } }>(await owner.post('/api/users', { data }));
      const accept = `/api/auth/invitations/${invited.invitation.token}/accept`;
      const session = await nobody.post(accept, { data: { password: `Gw-${unique}-A1` } });
      const { accessToken } = await answerOf<{ accessToken: string }>(session);
      const extraHTTPHeaders = { authorization: `Bearer ${accessToken}` };
      const context = await playwright.request.newContext({ baseURL: stack.apiUrl, extraHTTPHeaders });
      opened.push(context);
      return context;
    });
    await Promise.all(opened.map((context) => context.dispose()));
  },

  stranger: async ({ api, stack, playwright }, use) => {
    const unique = crypto.randomUUID();
    const data = {
      organisation: 'Other Practice',
      name: 'Otto Other',
      email: `other-${unique}@officina.example`,
      password: `Gw-${unique}-A1`,
    };
    const registered = await (await api.anonymous()).post('/api/auth/register', { data });
    const { accessToken } = await answerOf<{ accessToken: string }>(registered);
    const extraHTTPHeaders = { authorization: `Bearer ${accessToken}` };
    const context = await playwright.request.newContext({ baseURL: stack.apiUrl, extraHTTPHeaders });
    await use(context);
    await context.dispose();
  },

  follow: async ({ auth, stack }, use) => {
    const readers: EventReader[] = [];
    await use(async (role, one, after) => {
      const { accessToken } = (await auth.session(role)).data as { accessToken: string }; // Officina's form
      const reader = await EventReader.open(`${stack.apiUrl}${at(one)}/events`, accessToken, after);
      readers.push(reader);
      return reader;
    });
    await Promise.all(readers.map((reader) => reader.close()));
  },

  alsoAs: async ({ browser, auth }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (role) => {
      const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
      opened.push(context);
      const page = await context.newPage();
      await auth.signIn(page, role);
      return new Pages(page);
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});
