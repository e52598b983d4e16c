import { categories, type CategoryRule } from './categories';

/** Allure's own configuration (`allurerc`) for one report. */
export interface AllureConfiguration {
  readonly name: string;
  readonly output: string;
  readonly categories: readonly CategoryRule[];
  readonly plugins: Readonly<Record<string, { readonly options: Readonly<Record<string, unknown>> }>>;
}

/**
 * The configuration of the report: one report plugin (each copies all attachments), grouped by area,
 * with categories by verdict.
 */
export function allureConfiguration(name: string, output: string): AllureConfiguration {
  const options = { reportName: name, singleFile: false, groupBy: ['epic', 'suite', 'subSuite'] };
  return { name, output, categories, plugins: { awesome: { options } } };
}
