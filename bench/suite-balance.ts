import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ms, times } from './median';

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly { readonly results: readonly { readonly duration: number }[] }[];
  }[];
}

interface Report extends Suite {
  readonly config: { readonly workers: number };
  readonly stats: { readonly duration: number };
}

// How much of the workers' time the last full run spent inside tests.
const file = path.join(__dirname, '..', 'reports/output/results.json');
// The format of Playwright's JSON reporter.
const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
const durations = all(report).sort((one, other) => other.ms - one.ms);
const sum = durations.reduce((total, test) => total + test.ms, 0);
const { workers } = report.config;
console.log(`${durations.length} runs, ${workers} workers, wall ${ms(report.stats.duration)}`);
console.log(`sum of tests ÷ workers ${ms(sum / workers)}; wall ÷ that ${times(report.stats.duration / (sum / workers))}`);
for (const test of durations.slice(0, 5)) console.log(`slowest: ${ms(test.ms)} ${test.title}`);

function all(suite: Suite): { title: string; ms: number }[] {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.flatMap(({ results }) => results.map(({ duration }) => ({ title, ms: duration }))),
  );
  return [...own, ...(suite.suites ?? []).flatMap(all)];
}
