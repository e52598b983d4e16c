import type { Country } from '../../api/locations';
import type { Language } from '../../api/types';
import { LOCALES } from '../../i18n/language';
import type { T } from '../../i18n/useT';

const AMOUNT = /^\d{1,5}(?:[.,]\d{1,2})?$/;

/** The currency in which a pharmacy of the country charges. */
export function currencyOf(country: Country): 'CHF' | 'EUR' {
  return country === 'CH' ? 'CHF' : 'EUR';
}

/** An amount as it is typed, from cents: 550 is "5.50". */
export function amountText(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** An amount that was typed, in cents: "5.50" and "5,5" are 550. */
export function centsOf(text: string): number {
  return Math.round(Number(text.trim().replace(',', '.')) * 100);
}

/** The error of a field that must hold an amount. */
export function amountError(text: string, t: T): string | undefined {
  return AMOUNT.test(text.trim()) ? undefined : t('pharmacy.invalid.amount');
}

/** An amount with its currency, in the manner of the language. */
export function moneyText(cents: number, country: Country, language: Language): string {
  const format = new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: currencyOf(country) });
  return format.format(cents / 100);
}
