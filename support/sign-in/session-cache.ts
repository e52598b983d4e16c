import type { Account, Session, SessionStrategy, StrategyContext } from '../manifest/strategies';
import type { FailedSignIns } from './failed-sign-ins';
import { SignInError } from './sign-in-error';
import { totp, totpStep } from './totp';

/** A session is renewed when less than this is left of it (ms), or less than a tenth of its life. */
const LONGEST_MARGIN = 60_000;

/** What the cache works with; `onSession` hears of every new session (its secrets are kept out of reports). */
export interface SessionCacheSetting {
  readonly strategy: SessionStrategy;
  readonly context: StrategyContext;
  readonly onSession: (session: Session) => void;
  /** The sign-ins that have failed in other workers of the run. */
  readonly failures?: Pick<FailedSignIns, 'find' | 'add' | 'alone'>;
  /** Milliseconds since the epoch; replaced in tests. */
  readonly now?: () => number;
}

interface Entry {
  readonly session: Promise<Session>;
  readonly since: number;
  /** Whether somebody has had it, who may have ended it since. */
  handedOut: boolean;
}

/**
 * Sessions by account, made through the API once; made anew before they expire, and when the platform
 * says that they have ended.
 *
 * A sign-in that failed is remembered too: a hundred tests that need the same account would
 * otherwise try it a hundred times and lock it.
 */
export class SessionCache {
  readonly #entries = new Map<string, Entry>();
  readonly #lastStep = new Map<string, number>();

  constructor(private readonly setting: SessionCacheSetting) {}

  /** The account's session, signed in now if there is none that lives long enough. */
  async get(account: Account): Promise<Session> {
    const entry = this.#entries.get(account.email);
    if (!entry) return this.#signIn(account);
    const session = await entry.session;
    if (!(await this.#isUsable(entry, session))) return this.#replace(account, entry);
    entry.handedOut = true;
    return session;
  }

  /** Takes in a session that making the account has given. */
  put(account: Account, session: Session): void {
    this.setting.onSession(session);
    this.#entries.set(account.email, { session: Promise.resolve(session), since: this.#now(), handedOut: false });
  }

  /** Forgets an account's session, as after it was revoked. */
  forget(account: Account): void {
    this.#entries.delete(account.email);
  }

  #signIn(account: Account): Promise<Session> {
    const { failures } = this.setting;
    const attempt = () => this.#attempt(account);
    const session = failures ? failures.alone(account, attempt) : attempt();
    this.#entries.set(account.email, { session, since: this.#now(), handedOut: true });
    return session;
  }

  async #attempt(account: Account): Promise<Session> {
    const { strategy, context, onSession, failures } = this.setting;
    const refused = failures?.find(account);
    if (refused) throw new SignInError(account.role, refused);
    try {
      const made = await strategy.signIn(context, account, () => this.#codeOf(account));
      onSession(made);
      return made;
    } catch (cause) {
      const error = SignInError.of(account, cause);
      failures?.add(account, error.message);
      throw error;
    }
  }

  /** A new session instead of the entry's; where another caller was faster, that one's. */
  #replace(account: Account, old: Entry): Promise<Session> {
    const now = this.#entries.get(account.email);
    return now && now !== old ? now.session : this.#signIn(account);
  }

  async #isUsable(entry: Entry, session: Session): Promise<boolean> {
    if (!this.#isFresh(session, entry.since)) return false;
    const { strategy, context } = this.setting;
    if (!entry.handedOut || !strategy.isAlive) return true;
    return strategy.isAlive(context, session);
  }

  #isFresh(session: Session, since: number): boolean {
    const life = session.expiresAt - since;
    const margin = Math.min(LONGEST_MARGIN, life / 10);
    return session.expiresAt - this.#now() > margin;
  }

  #codeOf({ totpSecret }: Account): string {
    if (!totpSecret) throw new Error('a second factor is demanded, but the account has no totpSecret');
    const now = totpStep(this.#now());
    const step = Math.max(now, (this.#lastStep.get(totpSecret) ?? 0) + 1);
    this.#lastStep.set(totpSecret, step);
    return totp(totpSecret, step - now);
  }

  #now(): number {
    return (this.setting.now ?? Date.now)();
  }
}
