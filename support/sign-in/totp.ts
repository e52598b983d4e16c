import { TOTP, Secret } from 'otpauth';

const PERIOD_SECONDS = 30;

/**
 * The code of a TOTP second factor (RFC 6238: SHA-1, six digits, 30 s).
 *
 * `step` asks for a later code: 1 is the next one, for a service that takes each code once only.
 *
 * @throws Error when the secret is not base32.
 * @example totp('JBSWY3DPEHPK3PXP') // '492039'
 */
export function totp(secret: string, step = 0): string {
  const generator = new TOTP({ secret: Secret.fromBase32(secret.replace(/\s+/g, '')), period: PERIOD_SECONDS });
  return generator.generate({ timestamp: Date.now() + step * PERIOD_SECONDS * 1000 });
}

/** The number of the time step, counted from the epoch, that a moment (ms) belongs to. */
export function totpStep(moment: number): number {
  return Math.floor(moment / 1000 / PERIOD_SECONDS);
}
