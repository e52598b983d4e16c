/** Units of an item that are reserved. */
export interface Line {
  readonly itemId: string;
  readonly quantity: number;
}

/**
 * One line an item, always in the same order: two reservations can then never wait for each other.
 */
export function merged(lines: readonly Line[]): Line[] {
  const sums = new Map<string, number>();
  for (const { itemId, quantity } of lines) sums.set(itemId, (sums.get(itemId) ?? 0) + quantity);
  const ids = [...sums.keys()].sort();
  return ids.map((itemId) => ({ itemId, quantity: sums.get(itemId) ?? 0 }));
}

/** Whether two lists of merged lines say the same. */
export function sameLines(some: readonly Line[], others: readonly Line[]): boolean {
  return (
    some.length === others.length &&
    some.every((line, place) => {
      const other = others[place];
      return line.itemId === other?.itemId && line.quantity === other.quantity;
    })
  );
}
