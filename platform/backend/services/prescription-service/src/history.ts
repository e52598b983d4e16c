import type { Identity } from '@officina/shared/identity/identity';

import type { State } from './states';

/** Who does something: a user, or a service in nobody's name. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
}

/** The signed-in user as the one who does something. */
export function actorOf({ userId, name }: Identity): Actor {
  return { id: userId, name };
}

/** What happened to a prescription. */
export interface PrescriptionEvent {
  readonly prescriptionId: string;
  readonly action: string;
  readonly from: State | null;
  readonly to: State;
  readonly details?: Readonly<Record<string, unknown>>;
}
