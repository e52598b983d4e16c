/** One user of the platform who can sign in. */
export interface Account {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  /** Base32 secret of the TOTP second factor, where the account has one. */
  readonly totpSecret?: string;
}

/** A signed-in session as the platform's API gives it. `data` is secret and opaque to Groundwork. */
export interface Session {
  readonly role: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly data: unknown;
}

/** One master account with its own users and data: the unit of isolation between tests. */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  /** Whatever the strategy needs to make accounts later; opaque to Groundwork. */
  readonly data?: unknown;
}

/** What a strategy may use: the running services' addresses. */
export interface StrategyContext {
  /** Base URL of a service of the running stack, without a slash at the end. */
  url(service: string): string;
}

/** An account and, where making it already signed it in, its session. */
export interface NewAccount {
  readonly account: Account;
  readonly session?: Session;
}

/** What the app finds in the browser once a user is signed in. */
export interface SessionStorage {
  readonly localStorage?: Readonly<Record<string, string>>;
  readonly sessionStorage?: Readonly<Record<string, string>>;
  readonly cookies?: readonly { readonly name: string; readonly value: string }[];
}

/** A fresh tenant with the accounts that exist as soon as it does (usually its owner's). */
export interface NewTenant {
  readonly tenant: Tenant;
  readonly accounts: readonly NewAccount[];
}

/** How the platform signs users in through its API. */
export interface SessionStrategy {
  /**
   * Signs in; throws an error that says what was answered.
   * `code()` gives the current code of the account's second factor, and the next one when asked again:
   * most platforms take each code once only.
   */
  signIn(context: StrategyContext, account: Account, code: () => string): Promise<Session>;
  /**
   * Whether the platform still takes the session: a test may have signed it out through the app.
   * Say `false` only when the platform said so; without this a session lives until it expires.
   */
  isAlive?(context: StrategyContext, session: Session): Promise<boolean>;
  /** What the app's own origin must hold for this session. */
  storage(session: Session): SessionStorage;
  /** Headers of a signed-in API request. */
  headers(session: Session): Readonly<Record<string, string>>;
  /** The strings that must never be seen in a log, trace or report. */
  secrets?(session: Session): readonly string[];
}

/** How the platform makes a fresh master account through its public API. */
export interface TenantStrategy {
  create(context: StrategyContext, label: string): Promise<NewTenant>;
  /** The account of `role` in the tenant; made on first use. */
  account(context: StrategyContext, tenant: Tenant, role: string): Promise<NewAccount>;
}
