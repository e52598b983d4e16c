import type { APIRequestContext } from '@playwright/test';
import { answerOf } from './answer';

/** Makes request contexts, as Playwright does. */
interface Opener {
  newContext(options: {
    readonly baseURL: string;
    readonly extraHTTPHeaders?: Record<string, string>;
  }): Promise<APIRequestContext>;
}

/** The API as the owner of another, new master account; whoever asks for it disposes of it. */
export async function strangerApi(request: Opener, baseURL: string): Promise<APIRequestContext> {
  const unique = crypto.randomUUID();
  const nobody = await request.newContext({ baseURL });
  const data = {
    organisation: 'Other Pharmacy',
    name: 'Otto Other',
    email: `other-${unique}@officina.example`,
    password: `Gw-${unique}-A1`,
  };
  const registered = await nobody.post('/api/auth/register', { data });
  const { accessToken } = await answerOf<{ accessToken: string }>(registered);
  await nobody.dispose();
  return request.newContext({ baseURL, extraHTTPHeaders: { authorization: `Bearer ${accessToken}` } });
}
