import { Command } from 'commander';
import { cheapestRepairs, whatIf, type WhatIfQuestion } from '../causes/what-if';
import { outputFolder } from '../config/platform-setting';
import { UsageError } from '../errors/usage-error';
import { isDownByItself } from '../readiness/readiness';
import { readRun } from '../run/run-file';
import { loadPlatform } from './load-platform';

/** `groundwork what-if`: which tests of the last run would run again if services were repaired. */
export function whatIfCommand(): Command {
  return new Command('what-if')
    .description('say which blocked tests of the last run would run again if services were ready')
    .argument('[services...]', 'the services that are taken to be repaired')
    .option('--share <percent>', 'list the repairs that let this share of the blocked tests run', '100')
    .action((services: readonly string[], { share }: { share: string }) => {
      const question = questionOfLastRun();
      const unknown = services.find((name) => !question.services[name]);
      if (unknown) {
        throw new UsageError(`There is no service "${unknown}"; there are: ${Object.keys(question.services).join(', ')}.`);
      }
      if (services.length > 0) tellWhatIf(question, services);
      tellRepairs(question, readShare(share));
    });
}

function questionOfLastRun(): WhatIfQuestion {
  const setting = loadPlatform();
  const run = readRun(outputFolder(setting));
  if (!run) throw new UsageError('There is no run.json yet: run "npx playwright test" first.');
  const notReady = run.services.filter(({ readiness }) => readiness.state !== 'ready');
  const down = notReady.map(({ name }) => name);
  const downByThemselves = notReady.filter(({ readiness }) => isDownByItself(readiness)).map(({ name }) => name);
  const tests = run.tests.filter(({ verdict }) => verdict === 'blocked').map(({ id, needs }) => ({ id, needs }));
  return { tests, down, downByThemselves, services: setting.manifest.services };
}

function readShare(text: string): number {
  const share = Number(text.replace(/%$/, ''));
  if (share > 0 && share <= 100) return share / 100;
  throw new UsageError(`--share: found "${text}", allowed: a number above 0, up to 100.`);
}

function tellWhatIf(question: WhatIfQuestion, services: readonly string[]): void {
  const number = whatIf(question, services).length;
  console.log(`With ${services.join(', ')} ready, ${number} of ${question.tests.length} blocked tests would run again.`);
}

function tellRepairs(question: WhatIfQuestion, share: number): void {
  if (question.tests.length === 0) return console.log('No test of the last run was blocked.');
  for (const { service, unlocks, running } of cheapestRepairs(question, share)) {
    console.log(`repair ${service}: ${unlocks} tests more, ${running} of ${question.tests.length}`);
  }
}
