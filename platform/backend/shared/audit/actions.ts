/** Everything auth-service tells the audit log; there it is written `auth.<name>`. */
export const AUTH_ACTIONS = [
  'registered',
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'locked',
  'mfa-enabled',
  'mfa-disabled',
  'mfa-policy-changed',
  'recovery-codes-renewed',
  'password-changed',
  'session-revoked',
  'invitation-accepted',
] as const;

/** What user-service itself writes to the audit log. */
export const USER_ACTIONS = [
  'user.invited',
  'user.invitation-renewed',
  'user.updated',
  'user.role-changed',
  'user.deactivated',
  'user.activated',
  'user.deleted',
  'permissions.changed',
  'account.updated',
] as const;

/** What pharmacy-service tells the audit log. */
export const LOCATION_ACTIONS = [
  'location.created',
  'location.updated',
  'location.deleted',
  'location.published',
  'location.unpublished',
  'location.verification-requested',
  'location.verification-withdrawn',
  'location.verified',
  'location.verification-refused',
] as const;

/** One of {@link AUTH_ACTIONS}. */
export type AuthAction = (typeof AUTH_ACTIONS)[number];
/** One of {@link USER_ACTIONS}. */
export type UserAction = (typeof USER_ACTIONS)[number];
/** One of {@link LOCATION_ACTIONS}. */
export type LocationAction = (typeof LOCATION_ACTIONS)[number];
