const TAG = /^@needs:([a-z][a-z0-9-]*)$/;

/**
 * The services that a test says it stands on.
 *
 * @example declaredNeeds(['@area:stock', '@needs:inventory']) // ['inventory']
 */
export function declaredNeeds(tags: readonly string[]): readonly string[] {
  return tags.flatMap((tag) => TAG.exec(tag)?.[1] ?? []);
}
