import type { GroundworkEnvironment } from '../environment/parse-environment';
import { UsageError } from '../errors/usage-error';
import type { StackPlan } from './stack-plan';

/**
 * The plan with what the environment asks for: services left out, services made to fail.
 *
 * @throws UsageError for a service that the plan does not have.
 */
export function applyEnvironment(plan: StackPlan, environment: GroundworkEnvironment): StackPlan {
  const without = environment.GROUNDWORK_WITHOUT ?? [];
  const faults = environment.GROUNDWORK_FAULT ?? [];
  const names = plan.services.map(({ name }) => name);
  check('GROUNDWORK_WITHOUT', without, names);
  check('GROUNDWORK_FAULT', faults.map(({ service }) => service), names);
  return {
    ...plan,
    services: plan.services.map((service) => ({
      ...service,
      leftOut: without.includes(service.name),
      faults: faults.filter((fault) => fault.service === service.name),
    })),
  };
}

function check(variable: string, found: readonly string[], names: readonly string[]): void {
  const unknown = found.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new UsageError(
    `The environment is wrong:\n  ${variable}: found "${unknown}", allowed: ${names.join(', ')}`,
  );
}
