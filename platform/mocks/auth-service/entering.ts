import type { Identity } from '@officina/shared/identity/identity';
import { verifyPassword } from '../../backend/services/auth-service/src/passwords/hash';
import { refuseLocked, type UserWithAccount } from '../../backend/services/auth-service/src/people';
import { deviceBy } from '../../backend/services/auth-service/src/sessions/device';
import { refusals } from '../../backend/services/auth-service/src/sessions/refusals';
import type { Device, OpenedSession } from '../../backend/services/auth-service/src/sessions/session';
import type { Desk } from './desk';
import type { Told } from './store/events';

/** What hashing costs here: the least that the service takes, as nothing here is worth guarding. */
export const HASH_COST = 8;

/** How somebody got in. */
export interface Entrance extends Told {
  readonly device: Device;
}

/** The device of a request. */
export function deviceOf(request: Request): Device {
  return deviceBy((name) => request.headers.get(name));
}

/** Opens a session for a user who has proved everything, and notes it. */
export function enter(desk: Desk, user: UserWithAccount, { device, action, details }: Entrance): OpenedSession {
  const { people, sessions, events, settings } = desk;
  const opened = sessions.open(user.id, device, settings.REFRESH_TOKEN_SECONDS);
  events.record(user, { action, details: { ip: device.ip, ...details } });
  people.changeUser(user.id, { last_sign_in_at: new Date(), failed_attempts: 0, locked_until: null });
  return opened;
}

/** A failed attempt of a known user. */
export interface Failure {
  readonly reason: string;
  readonly device: Device;
}

/** Notes a failed attempt, and the lock that may follow from it. */
export function failAttempt({ people, events, settings }: Desk, { id }: UserWithAccount, failure: Failure): void {
  const user = people.user(id);
  if (!user) return;
  const { LOCKOUT_THRESHOLD: threshold, LOCKOUT_SECONDS: seconds } = settings;
  const attempts = user.failed_attempts + 1;
  const locked = attempts >= threshold;
  const until = new Date(Date.now() + seconds * 1000);
  people.changeUser(id, locked ? { failed_attempts: 0, locked_until: until } : { failed_attempts: attempts });
  events.record(user, { action: 'sign-in-failed', details: { reason: failure.reason, ip: failure.device.ip } });
  if (locked) events.record(user, { action: 'locked', details: { seconds } });
}

/** Whether a password is a user's; false for one who has none. */
export async function isPasswordOf({ password_hash: hash }: UserWithAccount, password: string): Promise<boolean> {
  return hash !== null && verifyPassword(password, hash);
}

/** Proves the own password once more before something grave; failures count as at signing in. */
export async function provePassword(
  desk: Desk,
  user: UserWithAccount,
  given: { readonly password: string; readonly device: Device },
): Promise<void> {
  refuseLocked(user);
  if (await isPasswordOf(user, given.password)) return;
  failAttempt(desk, user, { reason: 'wrong-password', device: given.device });
  throw refusals.wrongPassword();
}

/** The signed-in user as they are now; a user who is gone meanwhile is signed out. */
export function signedInUser({ people }: Desk, { userId }: Identity): UserWithAccount {
  const user = people.user(userId);
  if (user) return user;
  throw refusals.sessionRevoked();
}

/** The signed-in user as the one who did something. */
export function actorOf({ userId, accountId, name }: Identity) {
  return { id: userId, account_id: accountId, name };
}
