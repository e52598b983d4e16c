/** Whether the last digit of a GTIN or a GLN is the check digit of those before it. */
export function checkDigitFits(digits: string): boolean {
  // Every other digit counts three times, beginning with the one beside the check digit.
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    return total + Number(digit) * (place % 2 === 0 ? 1 : 3);
  }, 0);
  return sum % 10 === 0;
}
