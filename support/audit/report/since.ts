import type { Audit, Defect } from '../model/defect';

/** What became of defects between two audits. */
export interface Change {
  readonly repaired: readonly Defect[];
  readonly added: readonly Defect[];
  readonly remaining: readonly Defect[];
}

/**
 * Compares an audit with an earlier one. Defects of areas that one of them did not look at are neither repaired nor
 * new: nobody knows.
 */
export function changeSince(before: Audit, now: Audit): Change {
  const areas = (audit: Audit) => new Set(audit.services.flatMap(({ marks }) => Object.entries(marks).flatMap(([area, mark]) => (mark === 'not-looked' ? [] : [area]))));
  const old = new Set(before.defects.map(({ id }) => id));
  const present = new Set(now.defects.map(({ id }) => id));
  const looked = areas(now);
  const lookedBefore = areas(before);
  return {
    repaired: before.defects.filter(({ id, area }) => !present.has(id) && looked.has(area)),
    added: now.defects.filter(({ id, area }) => !old.has(id) && lookedBefore.has(area)),
    remaining: now.defects.filter(({ id }) => old.has(id)),
  };
}
