import { notFound, Problem } from '@officina/shared/problems/problem';

import type { Batch, GoodsReceived, Item } from './schema';
import type { ReservationState } from './tables';

const conflict = (code: string, detail: string, cause?: unknown) =>
  new Problem({ status: 409, code }, detail, { cause });

/** The problem of a GTIN that another item of the account has. */
export function gtinTaken(cause?: unknown): Problem {
  return new Problem({ status: 409, code: 'gtin-taken' }, 'Another item already has this GTIN.', {
    cause,
    errors: [{ path: 'gtin', message: 'Already in use' }],
  });
}

/** Refuses levels of which the target is the lower one. */
export function refuseTargetBelowReorder(levels: Pick<Item, 'reorderLevel' | 'targetLevel'>): void {
  if (levels.targetLevel >= levels.reorderLevel) return;
  const detail = 'The input is not valid. targetLevel: Must not be below the reorder level';
  throw new Problem({ status: 422, code: 'invalid-input' }, detail, {
    errors: [{ path: 'targetLevel', message: 'Must not be below the reorder level' }],
  });
}

/** Refuses to take an item off the list of which there is something. */
export function refuseStockLeft({ onHand, reserved }: Pick<Item, 'onHand' | 'reserved'>): void {
  if (onHand === 0 && reserved === 0) return;
  const detail = `${onHand} units are on hand and ${reserved} are reserved. Write them off or release them first.`;
  throw conflict('has-stock', detail);
}

/** Refuses goods of a known lot that say another day of expiry. */
export function refuseOtherExpiry(
  known: Pick<Batch, 'expiresOn'> | null,
  { lot, expiresOn }: GoodsReceived,
): void {
  if (known === null || known.expiresOn === expiresOn) return;
  const detail = `The lot ${lot} expires on ${known.expiresOn}, not on ${expiresOn}. Check the package.`;
  throw new Problem({ status: 409, code: 'other-expiry' }, detail, {
    errors: [{ path: 'expiresOn', message: `This lot expires on ${known.expiresOn}` }],
  });
}

/** The problem of a batch that the item has not. */
export function noSuchBatch(): Problem {
  return notFound('batch of this item');
}

/** The problem of a batch that must not be dispensed any more. */
export function batchExpired(): Problem {
  const detail = 'This batch has expired. Dispense from another one and write this one off.';
  return conflict('batch-expired', detail);
}

/** The problem of too little stock, with what there is. */
export function insufficientStock(name: string, wanted: number, there: number): Problem {
  const detail = `${wanted} units of ${name} are wanted, only ${there} can be taken. Ask for fewer or receive goods first.`;
  return conflict('insufficient-stock', detail);
}

/** The problem of a reference under which something else is reserved. */
export function referenceTaken(cause?: unknown): Problem {
  const detail = 'This reference already holds a reservation with other lines. Release it first.';
  return conflict('reference-taken', detail, cause);
}

/** The problem of a reservation that is over. */
export function wrongState(state: ReservationState): Problem {
  return conflict('wrong-state', `The reservation is ${state}; only a held one can change.`);
}

/** The problem of a GTIN that no item of the account has. */
export function unknownCode(gtin: string): Problem {
  const detail = `No item has the GTIN ${gtin}. Add it first.`;
  return new Problem({ status: 404, code: 'unknown-code' }, detail);
}
