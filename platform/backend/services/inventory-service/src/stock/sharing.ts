import { batchExpired, noSuchBatch } from '../refusals';

/** Units of one batch that come (positive) or go (negative). */
export interface MovePart {
  readonly batchId: string;
  readonly quantity: number;
}

/** A batch from which units might be taken. */
export interface Candidate {
  readonly id: string;
  readonly quantity: number;
  readonly expired: boolean;
}

/** From where units may be taken. */
export interface Source {
  /** Only from this batch; from any when nothing is said. */
  readonly batchId?: string | undefined;
  /** Whether expired batches may be taken, as when they are written off. */
  readonly expiredToo: boolean;
}

/**
 * Those of an item's batches from which units may be taken, in the same order.
 *
 * @param found all batches of the item, or the one that is named
 * @throws Problem 404 when the named batch is not there, 409 `batch-expired` when it may not be taken.
 */
export function takeable(found: readonly Candidate[], { batchId, expiredToo }: Source): Candidate[] {
  const wanted = found.filter(({ id }) => batchId === undefined || id === batchId);
  if (batchId !== undefined && wanted.length === 0) throw noSuchBatch();
  if (!expiredToo && batchId !== undefined && wanted.some(({ expired }) => expired)) {
    throw batchExpired();
  }
  return wanted.filter(({ expired, quantity }) => quantity > 0 && (expiredToo || !expired));
}

/** How many units there are in some batches. */
export function unitsIn(batches: readonly Pick<Candidate, 'quantity'>[]): number {
  return batches.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Takes units out of batches, from the first as many as it has; as many as there are at most. */
export function share(from: readonly Candidate[], quantity: number): MovePart[] {
  const parts: MovePart[] = [];
  let open = quantity;
  for (const { id, quantity: there } of from) {
    if (open === 0) break;
    const taken = Math.min(open, there);
    parts.push({ batchId: id, quantity: -taken });
    open -= taken;
  }
  return parts;
}
