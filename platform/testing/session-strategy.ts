import type { Account, Session, SessionStrategy, StrategyContext } from 'groundwork-e2e/platform';
import { OfficinaError, post } from './officina-api';

/** A session as Officina's API gives it; the app keeps it in `localStorage` in the same form. */
export interface OfficinaSession {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: string;
  readonly user: { readonly id: string; readonly email: string; readonly role: string };
}

type SignInAnswer =
  | { readonly kind: 'session'; readonly session: OfficinaSession }
  | { readonly kind: 'second-step'; readonly challenge: string };

/** Signs users of Officina in, with the second step where the account has one. */
export const officinaSessions: SessionStrategy = {
  async signIn(context, account, code) {
    const { email, password } = account;
    const url = apiOf(context, '/api/auth/sign-in');
    const answer = (await post({ url, body: { email, password } })) as SignInAnswer;
    if (answer.kind === 'session') return toSession(account.role, answer.session);
    const confirm = () =>
      post({ url: apiOf(context, '/api/auth/second-step'), body: { challenge: answer.challenge, code: code() } });
    // Another worker may have used this half minute's code up.
    const second = await confirm().catch((error: unknown) => {
      if (error instanceof OfficinaError && error.code === 'code-used') return confirm();
      throw error;
    });
    return toSession(account.role, second as OfficinaSession);
  },
  async isAlive(context, session) {
    const headers = officinaSessions.headers(session);
    // Only a refusal ends a session; a service that does not answer says nothing about it.
    const answer = await fetch(apiOf(context, '/api/auth/me'), { headers }).catch(() => undefined);
    return answer?.status !== 401;
  },
  storage: (session) => ({ localStorage: { 'officina.session': JSON.stringify(session.data) } }),
  headers: (session) => ({ authorization: `Bearer ${dataOf(session).accessToken}` }),
  secrets: (session) => [dataOf(session).accessToken, dataOf(session).refreshToken],
};

/** Wraps an API session for Groundwork. */
export function toSession(role: string, data: OfficinaSession): Session {
  return { role, expiresAt: Date.parse(data.expiresAt), data };
}

/** The API session inside one of Groundwork's. */
export function dataOf(session: Session): OfficinaSession {
  return session.data as OfficinaSession; // made by `toSession` alone
}

/** The address of an API path behind the gateway. */
export function apiOf(context: StrategyContext, path: string): string {
  return `${context.url('api-gateway')}${path}`;
}

/** A password that Officina's policy takes, different for every account. */
export function freshPassword(): Account['password'] {
  return `Gw-${crypto.randomUUID()}-A1`;
}
