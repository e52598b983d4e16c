const SPELLED_OUT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
};
const LONGEST = 80;

/**
 * The slug of a location by its name and city, before it is made unique; umlauts are spelled out.
 *
 * @example slugOf('Apotheke am See', 'Zürich') // 'apotheke-am-see-zuerich'
 */
export function slugOf(name: string, city: string): string {
  const plain = `${name} ${city}`
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæœøł]/g, (letter) => SPELLED_OUT[letter] ?? letter)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  const slug = plain.slice(0, LONGEST).replace(/^-+|-+$/g, '');
  // A name in another script leaves nothing.
  return slug || 'pharmacy';
}

/**
 * The slug itself, or with the smallest number that makes it free.
 *
 * @example freeSlug('a-bern', new Set(['a-bern'])) // 'a-bern-2'
 */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
