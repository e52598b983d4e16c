import type { T } from '../../i18n/useT';
import { checkDigitFits } from '../../ui/checkDigit';

const GTIN = /^(?:\d{8}|\d{12}|\d{13}|\d{14})$/;
const ELEMENT_STRING = /^(?:\](?:C1|d2|Q3|e0))?\(?01\)?(\d{14})/;

/** The error of a field that must hold a GTIN. */
export function gtinError(value: string, t: T): string | undefined {
  const digits = value.trim();
  return GTIN.test(digits) && checkDigitFits(digits) ? undefined : t('invalid.gtin');
}

/** The error of a field that must hold units to move. */
export function unitsError(value: string, t: T): string | undefined {
  return /^\d{1,6}$/.test(value.trim()) && Number(value) > 0 ? undefined : t('invalid.units');
}

/** The error of a field that must hold a level of stock. */
export function levelError(value: string, t: T): string | undefined {
  return /^\d{1,6}$/.test(value.trim()) ? undefined : t('invalid.level');
}

/** The error of a field that must hold units to add or to take away. */
export function changeError(value: string, t: T): string | undefined {
  return /^[+-]?\d{1,6}$/.test(value.trim()) && Number(value) !== 0 ? undefined : t('invalid.change');
}

/** The GTIN in a scanned code, or nothing where none can be made out. */
export function gtinIn(code: string): string {
  const text = code.trim();
  const found = ELEMENT_STRING.exec(text)?.[1] ?? text;
  return GTIN.test(found) ? found : '';
}
