import { exitOnUsageError } from '../errors/exit-on-usage-error';
import { parsePlatform } from './parse-platform';
import type { PlatformInput, PlatformManifest, ServiceInput } from './schema';

/** A validated manifest that remembers the names of its services and roles. */
export interface Platform<S extends string = string, R extends string = string>
  extends PlatformManifest {
  /** Only for types: never present at run time. */
  readonly '~names'?: { readonly service: S; readonly role: R };
}

type Input<S extends string, R extends string> = Omit<
  PlatformInput,
  'services' | 'roles' | 'app' | 'api'
> & {
  readonly services: Record<S, ServiceInput>;
  readonly roles?: Record<R, NonNullable<PlatformInput['roles']>[string]>;
  /** The service that serves the web app; its origin is the app's origin. */
  readonly app?: NoInfer<S>;
  /** The service that API requests go to. */
  readonly api?: NoInfer<S>;
};

/**
 * Describes the platform under test. A wrong manifest ends the run with exit code 2 and one message
 * that names the key, what was found and what is allowed.
 *
 * @example
 * export default definePlatform({
 *   name: 'shop',
 *   app: 'web',
 *   services: {
 *     web: { launch: { process: { command: ['node', 'dist/web.js'] } }, dependsOn: ['api'] },
 *     api: { launch: { process: { command: ['node', 'dist/api.js'] } }, routes: ['/api/**'] },
 *   },
 * });
 */
export function definePlatform<const S extends string, const R extends string = never>(
  input: Input<S, R>,
): Platform<S, R> {
  return exitOnUsageError(() => parsePlatform(input));
}
