import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;

/** A new TOTP secret and the address that authenticator apps read. */
export function newTotp(issuer: string, label: string): { secret: string; otpauthUrl: string } {
  const secret = new Secret({ size: 20 });
  const totp = new TOTP({ issuer, label, secret, period: PERIOD_SECONDS });
  return { secret: totp.secret.base32, otpauthUrl: totp.toString() };
}

/** The time step of a code, one step of clock difference allowed; nothing if it is wrong. */
export function matchingStep(secret: string, code: string): number | undefined {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });
  const delta = totp.validate({ token: code, window: 1 });
  return delta === null ? undefined : totp.counter() + delta;
}
