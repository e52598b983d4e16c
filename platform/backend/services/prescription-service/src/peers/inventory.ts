import { noContent, serviceClient } from '@officina/shared/client/serviceClient';
import type { PeerOptions } from '@officina/shared/client/serviceClient';
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
const anything = z.unknown();

/** The calls to inventory-service. */
export function inventory(options: Omit<PeerOptions, 'peer'>) {
  const { call } = serviceClient({ ...options, peer: 'inventory-service' });
  return {
    /** Holds back all lines or none; returns the reservation's id. */
    reserve: async (body: ReservationRequest): Promise<string> => {
      const path = '/internal/reservations';
      return (await call({ method: 'POST', path, body, answer: reservation })).id;
    },
    /** Gives a reservation back. */
    release: async (id: string): Promise<void> => {
      await call({ method: 'DELETE', path: `/internal/reservations/${id}`, answer: noContent });
    },
    /** Takes what was held back out of stock. */
    dispense: async (id: string): Promise<void> => {
      const path = `/internal/reservations/${id}/dispense`;
      await call({ method: 'POST', path, answer: anything });
    },
  };
}

/** The calls to inventory-service. */
export type Inventory = ReturnType<typeof inventory>;
