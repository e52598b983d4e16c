import { TOTP, Secret } from 'otpauth';

/**
 * The code of a TOTP second factor (RFC 6238: SHA-1, six digits, 30 s).
 *
 * `step` asks for a later code: 1 is the next one, for a service that takes each code once only.
 *
 * @throws Error when the secret is not base32.
 * @example totp('JBSWY3DPEHPK3PXP') // '492039'
 */
export function totp(secret: string, step = 0): string {
  const generator = new TOTP({ secret: Secret.fromBase32(secret.replace(/\s+/g, '')), period: 30 });
  return generator.generate({ timestamp: Date.now() + step * 30_000 });
}
