import { z } from '@officina/shared/service/api';

import { item, move } from '../schema';

/** A move and what was moved. */
export const reportedMove = move
  .extend({ item: item.pick({ id: true, name: true, strength: true, form: true }) })
  .openapi('ReportedMove');
/** A reported move's JSON. */
export type ReportedMove = z.output<typeof reportedMove>;

const day = z.union([z.literal('').transform(() => undefined), z.iso.date()]).optional();

/** From the beginning of one day to the end of another. */
export const period = z.object({ from: day, to: day });
/** A period, read. */
export type Period = z.output<typeof period>;

/** The first instant of a period, and the first one after it, as far as it says. */
export function boundsOf({ from, to }: Period) {
  return {
    start: from ? new Date(from) : undefined,
    end: to ? new Date(Date.parse(to) + 86_400_000) : undefined,
  };
}
