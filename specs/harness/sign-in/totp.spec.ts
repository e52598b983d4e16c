import { expect, test } from '@playwright/test';
import { Secret } from 'otpauth';
import { totp } from '../../../support/sign-in/totp';

// RFC 6238, appendix B, for SHA-1: the last six of its eight digits.
const vectors: readonly (readonly [number, string])[] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];
const secret = Secret.fromUTF8('12345678901234567890').base32;
const realNow = Date.now;

test.afterEach(() => {
  Date.now = realNow;
});

for (const [seconds, code] of vectors) {
  test(`the code at ${seconds} s is that of RFC 6238`, () => {
    Date.now = () => seconds * 1_000;
    expect(totp(secret)).toBe(code);
    expect(totp(secret.replace(/(.{4})/g, '$1 ').toLowerCase())).toBe(code);
    Date.now = () => (seconds - 30) * 1_000;
    expect(totp(secret, 1)).toBe(code);
  });
}

test('a secret that is not base32 is refused', () => {
  expect(() => totp('not base32!')).toThrow();
});
