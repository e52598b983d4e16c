import { CAUSE_KIND_LABEL, CAUSE_LABEL } from './mark-results';
import { LAYER_LABEL, SET_UP } from '../reporter/allure-labels';

/** One rule by which Allure sorts results; its texts are regular expressions. */
export interface CategoryRule {
  readonly name: string;
  readonly matchers: { readonly labels: Readonly<Record<string, string>> };
  readonly groupBy: readonly { readonly label: string }[];
  readonly groupByMessage: boolean;
  readonly expand: boolean;
}

/**
 * The report's categories, by verdict and not by status: a blocked test has told nothing, and a
 * disk that is full is no bug. Results are sorted into the first that fits.
 */
export const categories: readonly CategoryRule[] = [
  category('Blocked, by service', { verdict: '^blocked$' }, 'blockedBy'),
  category('Environment', { [CAUSE_KIND_LABEL]: '^environment$' }, CAUSE_LABEL),
  category('Set-up', { verdict: '^failed$', [LAYER_LABEL]: `^${SET_UP}$` }, CAUSE_LABEL),
  category('Failed, by cause', { verdict: '^failed$' }, CAUSE_LABEL),
  category('Unknown: never ran to the end', { verdict: '^unknown$' }, 'area'),
  category('Flaky', { verdict: '^flaky$' }, 'area'),
];

function category(name: string, labels: Readonly<Record<string, string>>, label: string): CategoryRule {
  return { name, matchers: { labels }, groupBy: [{ label }], groupByMessage: false, expand: true };
}
