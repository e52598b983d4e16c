import { createHash } from 'node:crypto';
import type { ServicePlan, StackPlan, WarmMark } from '../stack-plan';

/** What a mark is made from beside the plan. */
export interface MarkParts {
  readonly version: string;
  /** A hash of the program and other files of each service. */
  readonly programs: Readonly<Record<string, string>>;
  /** What `.env` files give to services. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * What a stack of this plan is known by: two plans with the same mark give the same stack.
 *
 * @example markOf(plan, { version: '1.0.0', programs: { api: 'c0ffee' }, environment: {} })
 */
export function markOf(
  plan: StackPlan,
  { version, programs, environment }: MarkParts,
): Mark {
  const { platform, traces, services } = plan;
  const order = services.map(({ name, port, dependsOn, launch }) => ({ name, port, dependsOn, launcher: launch.kind }));
  const fingerprint = ({ launch, env, ready, deadlines, name }: ServicePlan) =>
    hash({ launch, env, ready, deadlines, program: programs[name], environment });
  return {
    shape: hash({ version, platform, traces, order }),
    fingerprints: Object.fromEntries(services.map((service) => [service.name, fingerprint(service)])),
  };
}

type Mark = Pick<WarmMark, 'shape' | 'fingerprints'>;

/** How a warm stack compares with the one that is needed. */
export type Comparison =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly services: readonly string[] }
  | { readonly kind: 'other' };

/** Whether a running stack is the one that is needed, and if not, what would have to change in it. */
export function compareMarks(running: Mark, wanted: Mark): Comparison {
  if (running.shape !== wanted.shape) return { kind: 'other' };
  const services = Object.entries(wanted.fingerprints)
    .filter(([name, fingerprint]) => running.fingerprints[name] !== fingerprint)
    .map(([name]) => name);
  return services.length === 0 ? { kind: 'same' } : { kind: 'changed', services };
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
