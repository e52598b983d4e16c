import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** WCAG 2.0 to 2.2, levels A and AA, and what axe knows of good practice: landmarks, order of headings. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong on the page as it is now: for each place one line with rule, impact, selector
 * and what to do.
 *
 * @example expect(await violationsOn(page)).toEqual([]);
 */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  // The other mode opens a second page, which only frames of other origins need.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const why = failureSummary.split('\n').slice(1).map((line) => line.trim()).join('; ');
      return `${id} (${impact ?? 'unknown'}) at ${target.join(' ')}: ${help}. ${why}`;
    }),
  );
}
