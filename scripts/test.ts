import { rmSync } from 'node:fs';
import path from 'node:path';
import { countResults, type Counts } from './count-results';
import { programs, root, runStep, type Step } from './steps';

const suites: readonly (Step & { readonly results: string })[] = [
  {
    name: 'specs of the package',
    program: programs.playwright,
    args: ['test', '-c', 'specs/harness/playwright.config.ts'],
    results: path.join(root, 'reports/output/harness-results.json'),
  },
  {
    name: 'the suite on the reference platform',
    program: programs.playwright,
    args: ['test'],
    results: path.join(root, 'reports/output/results.json'),
  },
];

const checks: readonly Step[] = [
  { name: 'compile the package', program: programs.tsc, args: ['-p', 'tsconfig.build.json'] },
  { name: 'find a browser, or bring one', program: programs.groundwork, args: ['browsers'] },
  { name: 'types of specs and scripts', program: programs.tsc, args: ['-p', 'tsconfig.json'] },
  { name: 'types of the backend', program: programs.tsc, args: ['-p', 'platform/backend', '--noEmit'] },
  { name: 'types of the web app', program: programs.tsc, args: ['-p', 'platform/web', '--noEmit'] },
  { name: 'lint', program: programs.eslint, args: ['.'] },
];

async function main(): Promise<void> {
  const failures: string[] = [];
  for (const step of checks) {
    if ((await runStep(step)) === 0) continue;
    failures.push(step.name);
    // Nothing can be run of a package that does not compile.
    if (step === checks[0]) break;
  }
  let total: Counts = { passed: 0, failed: failures.length, skipped: 0 };
  for (const suite of failures.includes('compile the package') ? [] : suites) {
    rmSync(suite.results, { force: true });
    const code = await runStep(suite);
    const counts = countResults(suite.results, code);
    total = {
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
    };
  }
  if (failures.length > 0) console.log(`failed before the tests: ${failures.join(', ')}`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

void main();
