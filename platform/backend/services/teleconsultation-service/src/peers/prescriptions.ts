import { serviceClient } from '@officina/shared/client/serviceClient';
import type { PeerOptions } from '@officina/shared/client/serviceClient';
import { z } from 'zod';

import type { Ending } from '../schema';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** A prescription to be made at prescription-service. */
export interface WantedPrescription {
  readonly accountId: string;
  readonly patient: Person;
  readonly doctor: Person;
  readonly lines: NonNullable<Ending['prescription']>['lines'];
  readonly note: string;
  readonly reference: string;
}

const made = z.object({ id: z.uuid(), number: z.string() });

/** The prescription that was made. */
export type MadePrescription = z.output<typeof made>;

/** The calls to prescription-service. */
export function prescriptions(options: Omit<PeerOptions, 'peer'>) {
  const { call } = serviceClient({ ...options, peer: 'prescription-service' });
  return {
    /** Makes a prescription; the same reference again is the same prescription. */
    create: (body: WantedPrescription): Promise<MadePrescription> =>
      call({ method: 'POST', path: '/internal/prescriptions', body, answer: made }),
  };
}

/** The calls to prescription-service. */
export type Prescriptions = ReturnType<typeof prescriptions>;
