import type { Route } from '../routes';

/**
 * How an answer is made wrong:
 * - `status`: a success becomes a 500. Not a 502 to 504: by those an entry tells an outage, and the
 *   test would be blocked instead of red.
 * - `body`: the content of a success is changed, see `damageBody`.
 * - `refusal`: a 4xx becomes a 200, as if nothing had been looked at.
 */
export type Kind = 'status' | 'body' | 'refusal';

/** All kinds, in the order in which they are tried. */
export const KINDS: readonly Kind[] = ['status', 'body', 'refusal'];

/** One route whose answers are made wrong in one way. */
export interface Damage {
  readonly route: Pick<Route, 'service' | 'method' | 'path'>;
  readonly kind: Kind;
}

/** The status that is answered instead of the true one under a kind of damage. */
export function damagedStatus(kind: Kind, status: number): number {
  if (kind === 'status' && isSuccess(status)) return 500;
  if (kind === 'refusal' && isRefusal(status)) return 200;
  return status;
}

/** Whether an answer is a success. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Whether an answer refuses what was asked. */
export function isRefusal(status: number): boolean {
  return status >= 400 && status < 500;
}
