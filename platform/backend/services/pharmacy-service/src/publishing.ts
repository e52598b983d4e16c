import { Problem } from '@officina/shared/problems/problem';

import type { Location } from './schema';

type Shown = Pick<Location, 'status' | 'openingHours'>;

const isIncomplete = ({ status, openingHours }: Shown): boolean =>
  status === 'published' && openingHours.length === 0;

/**
 * Lets nothing be published that visitors could do nothing with.
 *
 * @throws Problem 409 `incomplete` when that would be new; what already is so can be mended in steps.
 */
export function refuseIncomplete(before: Shown, after: Shown): void {
  if (isIncomplete(before) || !isIncomplete(after)) return;
  const detail = 'A public page needs opening hours. Add them, or leave the location a draft.';
  throw new Problem({ status: 409, code: 'incomplete' }, detail, {
    errors: [{ path: 'openingHours', message: 'Missing for the public page' }],
  });
}
