import type { KnownTests } from '../history/known-tests';
import type { PlatformManifest } from '../manifest/schema';
import { declaredNeeds } from './declared-needs';

/** The services a test stands on, and how that is known. */
export interface Needs {
  readonly services: readonly string[];
  readonly source: 'declared' | 'learned' | 'unknown';
}

/**
 * What a test needs: what it declares; where it declares nothing, what its traffic has shown. With the
 * manifest's `learnedNeeds: 'always'` both together.
 *
 * By default a declaration is not widened by what was seen: a page also asks services that the test
 * does not stand on (a badge in the header), and those must not block it. Drift between the two is
 * shown by `groundwork needs`.
 */
export function needsOfTest(
  test: { readonly id: string; readonly tags: readonly string[] },
  history: Pick<KnownTests, 'get'>,
  { learnedNeeds }: Pick<PlatformManifest, 'learnedNeeds'>,
): Needs {
  const declared = declaredNeeds(test.tags);
  const learned = history.get(test.id)?.needs ?? [];
  if (declared.length > 0) {
    const services = learnedNeeds === 'always' ? [...new Set([...declared, ...learned])] : declared;
    return { services, source: 'declared' };
  }
  if (learned.length > 0) return { services: learned, source: 'learned' };
  return { services: [], source: 'unknown' };
}
