import type { ServicePlan } from '../stack-plan';

/**
 * Services in levels, each to be stopped before the next: nothing is stopped before its dependents.
 *
 * A service that loses its database while it still works fills its log with errors that nobody
 * caused. Reversed, it is an order in which services can be started.
 *
 * @example stopOrder([web → api, api → db, db]) // [['web'], ['api'], ['db']]
 */
export function stopOrder(
  services: readonly Pick<ServicePlan, 'name' | 'dependsOn'>[],
): readonly (readonly string[])[] {
  const levels: string[][] = [];
  let left = services;
  while (left.length > 0) {
    const needed = new Set(left.flatMap((service) => service.dependsOn.map(({ service: name }) => name)));
    const free = left.filter(({ name }) => !needed.has(name));
    // A circle cannot come from a validated manifest; stopping everything is right even then.
    const level = free.length > 0 ? free : left;
    levels.push(level.map(({ name }) => name));
    left = left.filter((service) => !level.includes(service));
  }
  return levels;
}
