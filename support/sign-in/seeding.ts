import type { ServiceState } from '../stack/stack-state';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Refuses to make tenants and accounts on somebody else's machine: an attached environment is often
 * one in which people work.
 *
 * @param services the running stack's
 * @param allowed hosts that the manifest names under `seeding.hosts`
 * @throws Error that names the host and how it is allowed.
 */
export function checkSeeding(
  services: readonly Pick<ServiceState, 'name' | 'host'>[],
  allowed: readonly string[],
): void {
  const foreign = services.find(({ host }) => !LOOPBACK.test(host) && !allowed.includes(host));
  if (!foreign) return;
  throw new Error(
    `No tenants or accounts are made on ${foreign.host} (${foreign.name}): it is not this machine. ` +
      `Give every role a fixed account, or add '${foreign.host}' to seeding.hosts in the manifest if tests may leave data there.`,
  );
}
