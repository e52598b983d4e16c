import { closeOverDependencies } from '../manifest/dependencies';
import type { ServiceManifest } from '../manifest/schema';

/** Where a test's declaration and its traffic differ. */
export interface Drift {
  /** Services that its traffic went to and that it does not declare, directly or not. */
  readonly undeclared: readonly string[];
  /** Services that it declares and never asked, directly or not. */
  readonly unseen: readonly string[];
}

/**
 * Compares what a test declares with what was seen. Dependencies count on both sides: who declares the
 * gateway's dependant has declared the gateway, and who asks the gateway has used what stands below.
 */
export function driftOf(
  declared: readonly string[],
  learned: readonly string[],
  services: Readonly<Record<string, ServiceManifest>>,
): Drift {
  const closedDeclared = closeOverDependencies(services, declared);
  const closedLearned = closeOverDependencies(services, learned);
  return {
    undeclared: learned.filter((name) => !closedDeclared.has(name)),
    unseen: declared.filter((name) => !closedLearned.has(name)),
  };
}
