import type { PlatformManifest } from '../manifest/schema';
import type { Session, SessionStrategy } from '../manifest/strategies';
import { SecretStore } from '../secrets/secret-store';
import type { StackView } from '../stack/stack-view';
import { FailedSignIns } from './failed-sign-ins';
import { readStateFile } from '../stack/run-registry';
import { checkSeeding } from './seeding';
import { SessionCache } from './session-cache';
import { TenantAccounts } from './tenant-accounts';

/** Sessions and tenants of one worker. Nothing is made before it is asked for. */
export class SignInService {
  /** The tenant that the tests of this worker share when they ask for no own. */
  readonly shared: TenantAccounts;
  #sessions: SessionCache | undefined;

  constructor(
    private readonly manifest: PlatformManifest | undefined,
    private readonly stack: Pick<StackView, 'url' | 'stateFile'>,
    worker: string,
  ) {
    this.shared = this.tenant(worker);
  }

  /**
   * How the platform signs users in.
   *
   * @throws Error when the manifest does not say.
   */
  get strategy(): SessionStrategy {
    const session = this.manifest?.session;
    if (session) return session;
    throw new Error('The manifest has no session: give it a session strategy to sign users in.');
  }

  /** The sessions made so far, by account. */
  get sessions(): SessionCache {
    this.#sessions ??= new SessionCache({
      strategy: this.strategy,
      context: this.stack,
      onSession: (session) => this.#keepSecret(session),
      failures: new FailedSignIns(this.stack.stateFile),
    });
    return this.#sessions;
  }

  /** A new tenant, made when something of it is first asked for. */
  tenant(label: string): TenantAccounts {
    const { roles = {}, tenants } = this.manifest ?? {};
    const checkMade = () =>
      checkSeeding(Object.values(readStateFile(this.stack.stateFile).stack.services), this.manifest?.seeding.hosts ?? []);
    return new TenantAccounts(
      { manifest: { roles, tenants }, context: this.stack, sessions: () => this.sessions, checkSeeding: checkMade },
      label,
    );
  }

  #keepSecret(session: Session): void {
    const secrets = this.strategy.secrets?.(session) ?? [];
    new SecretStore(this.stack.stateFile).add(secrets);
  }
}
