import { Problem } from '@officina/shared/problems/problem';

import { readElementString } from './elementString';
import type { Elements } from './elementString';
import { isGtin } from './gtin';

/** What a scanned code says. */
export interface ScannedCode extends Elements {
  readonly kind: 'gtin' | 'gs1';
}

const DIGITS_ONLY = /^\d{8,14}$/;

function invalid(code: string, reason: string): Problem {
  const detail = `The code "${code}" cannot be read: ${reason}. Scan it again or type its digits.`;
  return new Problem({ status: 422, code: 'invalid-code' }, detail);
}

/** Reads a scanned code; one that is neither a GTIN nor a GS1 element string is refused. */
export function readCode(text: string): ScannedCode {
  const code = text.trim();
  if (DIGITS_ONLY.test(code)) {
    if (!isGtin(code)) throw invalid(code, 'its length or check digit is wrong');
    return { kind: 'gtin', gtin: code, lot: null, expiresOn: null, serial: null };
  }
  const parsed = readElementString(code);
  if (!parsed.ok) throw invalid(code, parsed.reason);
  return { kind: 'gs1', ...parsed.value };
}
