const FORM = /^(?:\d{8}|\d{12}|\d{13}|\d{14})$/;

// Every other digit counts three times, beginning with the one beside the check digit.
function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    return total + Number(digit) * (place % 2 === 0 ? 3 : 1);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** Whether a text is a GTIN-8, -12, -13 or -14 with a right check digit. */
export function isGtin(text: string): boolean {
  return FORM.test(text) && checkDigit(text.slice(0, -1)) === Number(text.at(-1));
}

/** The form in which GTINs of all lengths compare. */
export function asGtin14(gtin: string): string {
  return gtin.padStart(14, '0');
}
