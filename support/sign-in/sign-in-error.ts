import type { Account } from '../manifest/strategies';
import { describeError } from '../errors/describe-error';

/** A role could not be signed in through the platform's API. */
export class SignInError extends Error {
  override readonly name = 'SignInError';

  constructor(
    readonly role: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** For an account that exists but was not let in. */
  static of(account: Account, cause: unknown): SignInError {
    const who = `The role "${account.role}" (${account.email}) could not be signed in`;
    const next = 'Check its account in the manifest or in the tenant strategy.';
    return new SignInError(account.role, `${who}: ${describeError(cause)}. ${next}`, { cause });
  }

  /** For a role that the manifest does not have. */
  static unknownRole(role: string, known: readonly string[]): SignInError {
    const list = known.length > 0 ? known.join(', ') : 'none';
    return new SignInError(role, `There is no role "${role}" in the manifest; its roles are: ${list}.`);
  }
}
