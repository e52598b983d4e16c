import { programs, runStep, type Step } from './steps';

// What a person on a fresh machine runs: all that is missing is brought, then the suite is run.
const steps: readonly Step[] = [
  { name: 'compile the package', program: programs.tsc, args: ['-p', 'tsconfig.build.json'] },
  { name: 'find a browser, or bring one', program: programs.groundwork, args: ['browsers'] },
  { name: 'run the suite', program: programs.playwright, args: ['test', ...process.argv.slice(2)] },
];

async function main(): Promise<void> {
  for (const step of steps) {
    const code = await runStep(step);
    if (code === 0) continue;
    process.exitCode = code;
    return;
  }
}

void main();
