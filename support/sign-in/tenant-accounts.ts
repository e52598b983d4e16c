import type {
  Account,
  NewAccount,
  StrategyContext,
  Tenant,
  TenantStrategy,
} from '../manifest/strategies';
import type { PlatformManifest } from '../manifest/schema';
import type { SessionCache } from './session-cache';
import { SignInError } from './sign-in-error';

/** What tenants are made with. */
export interface TenantSetting {
  readonly manifest: Pick<PlatformManifest, 'roles' | 'tenants'>;
  readonly context: StrategyContext;
  readonly sessions: () => SessionCache;
  /** Throws where nothing may be made. */
  readonly checkSeeding: () => void;
}

/** One tenant and its accounts by role, each made when it is first asked for. */
export class TenantAccounts {
  readonly #accounts = new Map<string, Promise<Account>>();
  readonly #early = new Map<string, Account>();
  #tenant: Promise<Tenant> | undefined;

  constructor(
    private readonly setting: TenantSetting,
    private readonly label: string,
  ) {}

  /**
   * The tenant itself; made now if it was not yet.
   *
   * @throws Error when the manifest has no tenant strategy.
   */
  tenant(): Promise<Tenant> {
    this.#tenant ??= this.#create();
    return this.#tenant;
  }

  /**
   * The account of a role: the manifest's fixed one, else the tenant's own.
   *
   * @throws SignInError for a role that the manifest does not know.
   */
  account(role: string): Promise<Account> {
    const known = this.#accounts.get(role);
    if (known) return known;
    const account = this.#make(role);
    this.#accounts.set(role, account);
    return account;
  }

  /** From now on this is the account of its role, as after its password or second factor changed. */
  replace(account: Account): void {
    this.#accounts.set(account.role, Promise.resolve(account));
    this.setting.sessions().forget(account);
  }

  async #make(role: string): Promise<Account> {
    const { roles } = this.setting.manifest;
    const fixed = roles[role]?.account;
    if (fixed) return { role, ...fixed };
    if (!roles[role]) throw SignInError.unknownRole(role, Object.keys(roles));
    const tenant = await this.tenant();
    const early = this.#early.get(role);
    if (early) return early;
    return this.#keep(await this.#strategy().account(this.setting.context, tenant, role));
  }

  async #create(): Promise<Tenant> {
    const made = await this.#strategy().create(this.setting.context, this.label);
    for (const one of made.accounts) this.#early.set(one.account.role, this.#keep(one));
    return made.tenant;
  }

  #keep({ account, session }: NewAccount): Account {
    if (session) this.setting.sessions().put(account, session);
    return account;
  }

  #strategy(): TenantStrategy {
    const { tenants } = this.setting.manifest;
    if (tenants) {
      this.setting.checkSeeding();
      return tenants;
    }
    throw new Error(
      'The manifest has no tenants: give it a tenant strategy, or a fixed account for every role.',
    );
  }
}
