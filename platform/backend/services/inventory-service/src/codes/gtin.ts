import { hasCheckDigit } from '@officina/shared/codes/checkDigit';

const FORM = /^(?:\d{8}|\d{12}|\d{13}|\d{14})$/;

/** Whether a text is a GTIN-8, -12, -13 or -14 with a right check digit. */
export function isGtin(text: string): boolean {
  return FORM.test(text) && hasCheckDigit(text);
}

/** The form in which GTINs of all lengths compare. */
export function asGtin14(gtin: string): string {
  return gtin.padStart(14, '0');
}
