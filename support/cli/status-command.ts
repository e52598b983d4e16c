import Table from 'cli-table3';
import { Command } from 'commander';
import pc from 'picocolors';
import { describeEvidence, type Readiness } from '../readiness/readiness';
import { askState } from '../stack/keeper-client';
import type { ServiceState } from '../stack/stack-state';
import type { WarmStack } from '../stack/warm/find-warm';
import { theWarmStack } from './the-warm-stack';

/** `groundwork status`: what is known of the warm stack's services now. */
export function statusCommand(): Command {
  return new Command('status')
    .description('say how the services of the warm stack are')
    .option('--json', 'print it as JSON')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const warm = theWarmStack();
      if (!json) return printStatus(warm);
      const { services, runs } = await askState(warm.keeper);
      process.stdout.write(`${JSON.stringify({ version: 1, runs, services: Object.values(services) }, undefined, 2)}\n`);
      exitBy(Object.values(services));
    });
}

/** Prints a row a service; the exit code is 1 unless every service is ready. */
export async function printStatus(warm: WarmStack | undefined): Promise<void> {
  if (!warm) throw new Error('The warm stack has gone as soon as it was up: look into its keeper.log.');
  const { services, runs, logs } = await askState(warm.keeper);
  const table = new Table({ head: ['service', 'readiness', 'launcher', 'address', 'pid', 'evidence'], style: { head: [], border: [] } });
  for (const { name, readiness, launcher, url, pid } of Object.values(services)) {
    const colour = readiness.state === 'ready' ? pc.green : pc.red;
    table.push([name, colour(readiness.state), launcher, url, pid ?? '', evidenceOf(readiness)]);
  }
  console.log(table.toString());
  console.log(`${runs} ${runs === 1 ? 'run stands' : 'runs stand'} on it; logs in ${logs}`);
  exitBy(Object.values(services));
}

function evidenceOf(readiness: Readiness): string {
  return readiness.state === 'ready' || !readiness.evidence ? '' : describeEvidence(readiness.evidence);
}

function exitBy(services: readonly ServiceState[]): void {
  process.exitCode = services.every(({ readiness }) => readiness.state === 'ready') ? 0 : 1;
}
