import { noContent, serviceClient } from '@officina/shared/client/serviceClient';
import type { PeerOptions } from '@officina/shared/client/serviceClient';
import { Problem } from '@officina/shared/problems/problem';
import { z } from 'zod';

/** How much of an item is wanted. */
export interface ReservedLine {
  readonly itemId: string;
  readonly quantity: number;
}

/** What to hold back at inventory-service, and for what. */
export interface ReservationRequest {
  readonly accountId: string;
  readonly reference: string;
  readonly lines: readonly ReservedLine[];
}

const reservation = z.object({ id: z.uuid() });

function refusedReservation(error: unknown): unknown {
  if (!(error instanceof Problem) || error.status !== 404) return error;
  // A 404 would say that the prescription is not there.
  const detail = 'A medicine of this prescription is no longer in the inventory. Change its lines.';
  return new Problem({ status: 409, code: 'unknown-item' }, detail, { cause: error });
}

/** The calls to inventory-service. */
export function inventory(options: Omit<PeerOptions, 'peer'>) {
  const { call } = serviceClient({ ...options, peer: 'inventory-service' });
  return {
    /** Holds back all lines or none; the same reference again is the same reservation. */
    reserve: async (body: ReservationRequest): Promise<string> => {
      const path = '/internal/reservations';
      const made = call({ method: 'POST', path, body, answer: reservation });
      return made.then(({ id }) => id).catch((error: unknown) => {
        throw refusedReservation(error);
      });
    },
    /** Gives a reservation back. */
    release: async (id: string): Promise<void> => {
      await call({ method: 'DELETE', path: `/internal/reservations/${id}`, answer: noContent });
    },
    /** Takes what was held back out of stock. */
    dispense: async (id: string): Promise<void> => {
      const path = `/internal/reservations/${id}/dispense`;
      await call({ method: 'POST', path, answer: noContent });
    },
  };
}

/** The calls to inventory-service. */
export type Inventory = ReturnType<typeof inventory>;
