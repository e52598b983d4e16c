import Table from 'cli-table3';
import { Command } from 'commander';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pc from 'picocolors';
import { ensureBuilt } from '../build/ensure-built';
import { outputFolder, type PlatformSetting } from '../config/platform-setting';
import { parseEnvironment } from '../environment/parse-environment';
import { historyPath, readHistory } from '../history/history-file';
import { needsOfTest } from '../needs/needs-of-test';
import { diagnose, type Diagnosis } from '../readiness/diagnose';
import { applyEnvironment } from '../stack/apply-environment';
import { prepareLogs } from '../stack/log-folder';
import { planStack } from '../stack/plan-stack';
import { sweepDeadRuns } from '../stack/run-registry';
import { startStack, type OwnedStack } from '../stack/start-stack';
import { listTests, shortPath } from './listed-tests';
import { loadPlatform } from './load-platform';

/** `groundwork doctor`: brings the stack up, says of each service how it is and why, and stops it. */
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

/** The stack once every service is ready or given up. */
async function bringUp({ manifest, root }: PlatformSetting): Promise<OwnedStack> {
  sweepDeadRuns();
  if (manifest.build) await ensureBuilt(manifest.build, root);
  const runId = randomUUID().slice(0, 8);
  const logs = prepareLogs(path.join(outputFolder({ manifest, root }), 'logs'), runId);
  const plan = applyEnvironment(planStack(manifest, { root, runId, logs }), parseEnvironment(process.env));
  return startStack(plan);
}

function render(rows: readonly Diagnosis[]): string {
  const table = new Table({
    head: ['service', 'readiness', 'launcher', 'tests', 'evidence'],
    colWidths: [22, 11, 10, 7, 70],
    style: { head: [], border: [] },
    wordWrap: true,
  });
  for (const row of rows) {
    const colour = row.readiness === 'ready' ? pc.green : pc.red;
    table.push([row.service, colour(row.readiness), row.launcher, row.tests, evidenceOf(row)]);
  }
  return `${table.toString()}\n`;
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
