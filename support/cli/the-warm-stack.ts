import { UsageError } from '../errors/usage-error';
import { findWarm, type WarmStack } from '../stack/warm/find-warm';
import type { ServiceState } from '../stack/stack-state';
import { findManifest } from './load-platform';

/**
 * The warm stack of the checkout that this folder belongs to.
 *
 * @throws UsageError when none runs.
 */
export function theWarmStack(): WarmStack {
  const warm = findWarm(findManifest(process.cwd()).root);
  if (warm) return warm;
  throw new UsageError('There is no warm stack of this checkout. "groundwork up" brings one up.');
}

/**
 * A service of a warm stack.
 *
 * @throws UsageError when it has no service of that name.
 */
export function serviceOf({ stack }: WarmStack, name: string): ServiceState {
  const found = stack.services[name];
  if (found) return found;
  throw new UsageError(`There is no service "${name}" in the warm stack; there are: ${Object.keys(stack.services).join(', ')}.`);
}
