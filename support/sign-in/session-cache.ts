import type { Account, Session, SessionStrategy, StrategyContext } from '../manifest/strategies';
import { SignInError } from './sign-in-error';
import { totp } from './totp';

/** A session is renewed when less than this is left of it (ms), or less than a tenth of its life. */
const LONGEST_MARGIN = 60_000;

/** What the cache works with; `onSession` hears of every new session (its secrets are kept out of reports). */
export interface SessionCacheSetting {
  readonly strategy: SessionStrategy;
  readonly context: StrategyContext;
  readonly onSession: (session: Session) => void;
  /** Milliseconds since the epoch; replaced in tests. */
  readonly now?: () => number;
}

interface Entry {
  readonly session: Promise<Session>;
  readonly since: number;
}

/**
 * Sessions by account, made through the API once and made anew before they expire.
 *
 * A sign-in that failed is remembered too: a hundred tests that need the same account would
 * otherwise try it a hundred times and lock it.
 */
export class SessionCache {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly setting: SessionCacheSetting) {}

  /** The account's session, signed in now if there is none that lives long enough. */
  async get(account: Account): Promise<Session> {
    const entry = this.#entries.get(account.email);
    if (!entry) return this.#signIn(account);
    const session = await entry.session;
    return this.#isFresh(session, entry.since) ? session : this.#signIn(account);
  }

  /** Takes in a session that making the account has given. */
  put(account: Account, session: Session): void {
    this.setting.onSession(session);
    this.#entries.set(account.email, { session: Promise.resolve(session), since: this.#now() });
  }

  /** Forgets an account's session, as after it was revoked. */
  forget(account: Account): void {
    this.#entries.delete(account.email);
  }

  #signIn(account: Account): Promise<Session> {
    const { strategy, context, onSession } = this.setting;
    const session = strategy
      .signIn(context, account, () => codeOf(account))
      .then((made) => {
        onSession(made);
        return made;
      })
      .catch((cause: unknown) => {
        throw SignInError.of(account, cause);
      });
    this.#entries.set(account.email, { session, since: this.#now() });
    return session;
  }

  #isFresh(session: Session, since: number): boolean {
    const life = session.expiresAt - since;
    const margin = Math.min(LONGEST_MARGIN, life / 10);
    return session.expiresAt - this.#now() > margin;
  }

  #now(): number {
    return (this.setting.now ?? Date.now)();
  }
}

function codeOf(account: Account): string {
  if (account.totpSecret) return totp(account.totpSecret);
  throw new Error('a second factor is demanded, but the account has no totpSecret');
}
