/**
 * A mistake of the user's (manifest, variable, missing browser), told in one message.
 *
 * It carries no stack trace, because the place in Groundwork's code helps nobody; commands end with
 * exit code 2 on it.
 *
 * @example throw new UsageError('services.web.port: found "x", allowed is 0 to 65535.')
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.stack = message;
  }
}

/** Exit code of a wrong use: manifest, variable or argument. */
export const USAGE_EXIT_CODE = 2;
