import type { Audit, Defect } from '../model/defect';

/** What became of defects between two audits. */
export interface Change {
  readonly repaired: readonly Defect[];
  readonly added: readonly Defect[];
  readonly remaining: readonly Defect[];
}

/**
 * Compares an audit with an earlier one. Defects of what one of them did not look at are neither repaired nor new:
 * nobody knows.
 */
export function changeSince(before: Audit, now: Audit): Change {
  const old = new Set(before.defects.map(({ id }) => id));
  const present = new Set(now.defects.map(({ id }) => id));
  return {
    repaired: before.defects.filter((one) => !present.has(one.id) && isLookedAt(now, one)),
    added: now.defects.filter((one) => !old.has(one.id) && isLookedAt(before, one)),
    remaining: now.defects.filter(({ id }) => old.has(id)),
  };
}

/** Whether an audit looked at that area of one of a defect's services, or has none of them any more. */
function isLookedAt({ services }: Audit, { area, services: concerned }: Defect): boolean {
  const present = services.filter(({ name }) => concerned.includes(name));
  return present.length === 0 || present.some(({ marks }) => marks[area] !== 'not-looked');
}
