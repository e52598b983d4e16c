import type { QualityRules } from '../../support/config/quality-rules';
import { categories, type CategoryRule } from './categories';

/** How many runs the trends go back. Each costs the report about 0.8 kB a test. */
export const HISTORY_LIMIT = 10;

/** What differs from report to report. */
export interface ConfigurationParts {
  readonly name: string;
  readonly output: string;
  readonly historyPath: string;
  /** Whether the run becomes part of the trends: only one of the whole suite can be compared. */
  readonly appendHistory: boolean;
  readonly rules: readonly QualityRules[];
}

/** Allure's own configuration (`allurerc`) for one report. */
export interface AllureConfiguration extends Omit<ConfigurationParts, 'rules'> {
  readonly historyLimit: number;
  readonly hideLabels: readonly string[];
  readonly categories: readonly CategoryRule[];
  readonly qualityGate?: { readonly rules: readonly QualityRules[] };
  readonly plugins: Readonly<Record<string, { readonly options: Readonly<Record<string, unknown>> }>>;
}

// What is the same for every test, or stands elsewhere on its page; by a hidden label nothing can be sorted.
const HIDDEN_LABELS = ['language', 'framework', 'package', 'titlePath'];

const CHARTS = [
  { type: 'currentStatus', title: 'Now' },
  { type: 'statusDynamics', title: 'Run by run', limit: HISTORY_LIMIT },
  { type: 'statusTransitions', title: 'Repaired and broken, run by run', limit: HISTORY_LIMIT },
  { type: 'stabilityDistribution', title: 'Stability by area', groupBy: 'epic', threshold: 90, skipStatuses: ['skipped', 'unknown'] },
  { type: 'statusAgePyramid', title: 'For how long not passing', limit: HISTORY_LIMIT },
  { type: 'durations', title: 'How long tests take', groupBy: 'none' },
  { type: 'durationDynamics', title: 'Duration, run by run', limit: HISTORY_LIMIT },
  { type: 'testResultSeverities', title: 'By severity', includeUnset: true },
];

/**
 * The configuration of the report: one report plugin (each copies all attachments) with its charts, grouped
 * by area, with categories by verdict, trends and a quality gate.
 */
export function allureConfiguration({ rules, ...parts }: ConfigurationParts): AllureConfiguration {
  const options = {
    reportName: parts.name,
    singleFile: false,
    groupBy: ['epic', 'suite', 'subSuite'],
    sections: ['charts', 'timeline'],
    charts: CHARTS,
  };
  return {
    ...parts,
    historyLimit: HISTORY_LIMIT,
    hideLabels: HIDDEN_LABELS,
    categories,
    ...(rules.length > 0 ? { qualityGate: { rules } } : {}),
    plugins: { awesome: { options } },
  };
}
