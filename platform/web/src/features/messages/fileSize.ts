const KILOBYTE = 1_024;

/** A file's size as it is written in a region, such as "12 kB". */
export function fileSize(bytes: number, locale: string): string {
  const mega = bytes >= KILOBYTE * KILOBYTE;
  const unit = mega ? 'megabyte' : 'kilobyte';
  const value = bytes / (mega ? KILOBYTE * KILOBYTE : KILOBYTE);
  const format = { style: 'unit', unit, maximumFractionDigits: mega ? 1 : 0 } as const;
  return new Intl.NumberFormat(locale, format).format(mega ? value : Math.max(1, value));
}
