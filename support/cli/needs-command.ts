import Table from 'cli-table3';
import { Command } from 'commander';
import { outputFolder } from '../config/platform-setting';
import { UsageError } from '../errors/usage-error';
import { driftOf } from '../needs/drift';
import { readRun } from '../run/run-file';
import { loadPlatform } from './load-platform';

/** `groundwork needs`: what tests declare against what their traffic has shown. */
export function needsCommand(): Command {
  return new Command('needs')
    .description('show, for the last run, declared needs against those that the traffic has shown')
    .option('--all', 'show tests without drift too')
    .action(({ all }: { all?: boolean }) => {
      const setting = loadPlatform();
      const run = readRun(outputFolder(setting));
      if (!run) throw new UsageError('There is no run.json yet: run "npx playwright test" first.');
      const table = new Table({ head: ['test', 'declared', 'learned', 'undeclared', 'unseen'], style: { head: [], border: [] } });
      let drifting = 0;
      for (const test of run.tests.filter(({ verdict }) => verdict === 'passed')) {
        const { undeclared, unseen } = driftOf(test.declared, test.learned, setting.manifest.services);
        const hasDrift = undeclared.length + unseen.length > 0;
        if (hasDrift) drifting += 1;
        if (!hasDrift && !all) continue;
        const name = `[${test.project}] ${test.file}:${test.line}\n${test.title}`;
        table.push([name, test.declared, test.learned, undeclared, unseen].map((one) => (typeof one === 'string' ? one : one.join('\n'))));
      }
      if (table.length > 0) console.log(table.toString());
      console.log(`${drifting} of ${run.tests.length} tests declare other services than they use.`);
    });
}
