import Table from 'cli-table3';
import { Command } from 'commander';
import pc from 'picocolors';
import type { PlatformSetting } from '../config/platform-setting';
import { historyPath, readHistory } from '../history/history-file';
import { needsOfTest } from '../needs/needs-of-test';
import { diagnose, type Diagnosis } from '../readiness/diagnose';
import { obtainStack } from '../stack/obtain-stack';
import { preparePlan } from '../stack/prepare-plan';
import type { OwnedStack } from '../stack/start-stack';
import { listTests, shortPath } from './listed-tests';
import { loadPlatform } from './load-platform';

/** `groundwork doctor`: brings the stack up or looks at the warm one, says of each service how it is and why. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('bring the stack up and say of each service how it is, and why')
    .option('--json', 'print the diagnosis as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const setting = loadPlatform();
      const [stack, tests] = await Promise.all([bringUp(setting), listTests(setting.root)]);
      const history = readHistory(historyPath(setting.root), () => undefined);
      const needs = tests.map((test) => needsOfTest(test, history, setting.manifest).services);
      const rows = diagnose({ services: setting.manifest.services, state: stack.state, needs });
      process.stdout.write(json ? `${JSON.stringify({ version: 1, services: rows }, undefined, 2)}\n` : render(rows));
      process.exitCode = rows.every(({ readiness }) => readiness === 'ready') ? 0 : 1;
      await stack.stop();
    });
}

/** The stack once every service is ready or given up: the warm one where it is right, else one for this alone. */
async function bringUp(setting: PlatformSetting): Promise<OwnedStack> {
  const plan = await preparePlan(setting);
  return obtainStack(plan, { onEvent: () => undefined, onWarm: () => undefined });
}

function render(rows: readonly Diagnosis[]): string {
  const table = new Table({
    head: ['service', 'readiness', 'launcher', 'tests', 'identity', 'evidence'],
    colWidths: [26, 11, 11, 7, 22, 52],
    style: { head: [], border: [] },
    wordWrap: true,
  });
  for (const row of rows) {
    const colour = row.readiness === 'ready' ? pc.green : pc.red;
    table.push([row.service, colour(row.readiness), row.launcher, row.tests, identityOf(row), evidenceOf(row)]);
  }
  return `${table.toString()}\n`;
}

/** Its own words, without the name that the row begins with. */
function identityOf({ service, identity = {} }: Diagnosis): string {
  return Object.values(identity).filter((value) => value !== service).join(' ');
}

function evidenceOf(row: Diagnosis): string {
  if (row.readiness === 'ready') return `in ${((row.startedInMs ?? 0) / 1000).toFixed(2)} s`;
  return [
    row.evidence ?? '',
    row.because ? `because of ${row.because}: repair that first` : '',
    row.victims.length > 0 ? `down only because of it: ${row.victims.join(', ')}` : '',
    row.log && !row.because ? `log: ${shortPath(row.log)}` : '',
  ]
    .filter(Boolean)
    .join('\n');
}
