/** Compares as the databases of the services sort text: by code point, whatever the language. */
export function byText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Whether a text contains another one, upper and lower case alike. */
export function contains(text: string, wanted: string): boolean {
  return text.toLowerCase().includes(wanted.toLowerCase());
}

/** Cuts one page out of a list, and says what it was cut out of. */
export function page<T>(found: readonly T[], { page: number, pageSize }: { readonly page: number; readonly pageSize: number }) {
  const items = found.slice((number - 1) * pageSize, number * pageSize);
  return { items, total: found.length, page: number, pageSize };
}
