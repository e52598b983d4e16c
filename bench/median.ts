/** The middle of the values; the lower of the two middles where there are two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error('no values to take a median of');
  return middle;
}

/** `1234` → `1234 ms`. */
export function ms(value: number): string {
  return `${Math.round(value)} ms`;
}

/** `1.234` → `1.23 ×`. */
export function times(value: number): string {
  return `${value.toFixed(2)} ×`;
}
