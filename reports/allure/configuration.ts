/** Allure's own configuration (`allurerc`) for one report. */
export interface AllureConfiguration {
  readonly name: string;
  readonly output: string;
  readonly plugins: Readonly<Record<string, { readonly options: Readonly<Record<string, unknown>> }>>;
}

/**
 * The configuration of the report: one report plugin (each copies all attachments), grouped by area.
 */
export function allureConfiguration(name: string, output: string): AllureConfiguration {
  const options = { reportName: name, singleFile: false, groupBy: ['epic', 'suite', 'subSuite'] };
  return { name, output, plugins: { awesome: { options } } };
}
