// Every other digit counts three times, beginning with the one beside the check digit.
function checkDigitOf(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    return total + Number(digit) * (place % 2 === 0 ? 3 : 1);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/**
 * Whether the last of some digits is the check digit of the others, as in the GS1 keys GTIN and GLN.
 *
 * @example hasCheckDigit('7601001000001') // true
 */
export function hasCheckDigit(digits: string): boolean {
  return checkDigitOf(digits.slice(0, -1)) === Number(digits.at(-1));
}
