import type { LocationAction } from '@officina/shared/audit/actions';

import type { Location } from '../schema';
import type { VerificationState } from '../verification';

/** What somebody did to a location. */
export interface LocationDeed {
  readonly action: LocationAction;
  readonly location: { readonly id: string; readonly name: string };
  readonly details?: Readonly<Record<string, unknown>>;
}

const VERIFIED_AS: Readonly<Record<VerificationState, LocationAction>> = {
  pending: 'location.verification-requested',
  verified: 'location.verified',
  refused: 'location.verification-refused',
  unverified: 'location.verification-withdrawn',
};

function changedFields(before: Location, after: Location): Readonly<Record<string, unknown>> {
  const old: Readonly<Record<string, unknown>> = before;
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(old[field]),
  );
  return Object.fromEntries(changed.map(([field, to]) => [field, { from: old[field], to }]));
}

function verificationDeed(before: Location, after: Location): LocationDeed[] {
  const { state, gln, reason } = after.verification;
  // A verification that a change of the address ended belongs to that change.
  if (state === before.verification.state || before.verification.state === 'verified') return [];
  const details = { gln: gln ?? before.verification.gln, ...(reason === null ? {} : { reason }) };
  return [{ action: VERIFIED_AS[state], location: after, details }];
}

/** What was done when a location was added. */
export function deedsOfAdding(location: Location): readonly LocationDeed[] {
  const shown: LocationDeed[] =
    location.status === 'published' ? [{ action: 'location.published', location }] : [];
  return [{ action: 'location.created', location }, ...shown];
}

/** What was done to a location, by how it was before and is afterwards; what the audit log tells. */
export function deedsOf(before: Location, after: Location): readonly LocationDeed[] {
  const decided = verificationDeed(before, after);
  const { status, verification, ...fields } = changedFields(before, after);
  const details = decided.length > 0 || !verification ? fields : { ...fields, verification };
  const updated: LocationDeed[] =
    Object.keys(details).length > 0
      ? [{ action: 'location.updated', location: after, details }]
      : [];
  const action = after.status === 'published' ? 'location.published' : 'location.unpublished';
  const shown: LocationDeed[] = status ? [{ action, location: after }] : [];
  return [...updated, ...shown, ...decided];
}
