import '../ensure-built';
import { Command, InvalidArgumentError, Option } from 'commander';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exitWithUsageError } from '../../support/errors/exit-on-usage-error';
import { UsageError } from '../../support/errors/usage-error';
import { root } from '../steps';
import { KINDS, type Kind } from './damager/damage';
import { readExplanations } from './explanations';
import { Prover } from './prover';
import { renderResult } from './render';
import { isProven, resultOf } from './result';
import { targetsOf, type Wanted } from './targets';
import type { Recordings } from './recordings';

const output = path.join(root, 'reports/output');

interface Options extends Wanted {
  readonly kind?: Kind;
  readonly tests: readonly string[];
  readonly rounds: number;
  readonly trust: boolean;
  readonly record: boolean;
}

const program = new Command('npm run prove --')
  .description('Shows that for every route of every service a test turns red when it answers wrongly.')
  .option('--service <name>', 'only the routes of this service')
  .option('--route <route>', "only this route, such as 'GET /api/users/{id}'")
  .addOption(new Option('--kind <kind>', 'only this kind of wrong answer').choices(KINDS))
  .option('--tests <folder...>', 'only tests of these folders, such as specs/e2e/inventory', [])
  .option('--rounds <number>', 'stop after so many rounds', wholeNumber, Number.POSITIVE_INFINITY)
  .option('--trust', 'take recordings of unchanged spec files, whatever else has changed since', false)
  .option('--record', 'record only: damage nothing', false)
  .action(prove);

async function prove(options: Options): Promise<void> {
  mkdirSync(path.join(output, 'prove'), { recursive: true });
  const explanations = readExplanations(path.join(__dirname, 'explained.json'));
  const prover = new Prover(path.join(output, 'prove'), (line) => console.log(line));
  await prover.record(options);
  checkWanted(prover.recordings, options);
  if (options.record) return;
  await prover.rounds(options);
  const { recordings } = prover;
  const isNarrowed = [options.service, options.route, options.kind].some((one) => one !== undefined);
  const result = resultOf({ recordings, targets: targetsOf(recordings, options), explanations }, isNarrowed);
  writeFileSync(path.join(output, 'prove.json'), JSON.stringify(result, undefined, 1));
  console.log(renderResult(result));
  process.exitCode = isProven(result) ? 0 : 1;
}

function checkWanted({ routes }: Recordings, { service, route }: Wanted): void {
  const services = new Set(routes.map((one) => one.service));
  if (service !== undefined && !services.has(service)) {
    throw new UsageError(`There is no service "${service}" with routes; there are: ${[...services].join(', ')}.`);
  }
  const names = routes.filter((one) => service === undefined || one.service === service).map((one) => `${one.method} ${one.path}`);
  if (route !== undefined && !names.includes(route)) {
    throw new UsageError(`There is no route "${route}"; there are:\n  ${names.join('\n  ')}`);
  }
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('a whole number above 0');
}

program.parseAsync().catch((error: unknown) => {
  if (error instanceof UsageError) exitWithUsageError(error);
  console.error(error);
  process.exitCode = 1;
});
