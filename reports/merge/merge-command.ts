import { Command } from 'commander';
import path from 'node:path';
import { loadPlatform } from '../../support/cli/load-platform';
import { wholeNumber } from '../../support/cli/whole-number';
import { renderRun } from '../summary/terminal';
import { mergeShards } from './merge-shards';

interface MergeOptions {
  readonly expect?: number;
  readonly output?: string;
  readonly report: boolean;
}

/** `groundwork merge`: joins what shards have left into one run and one report. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description('join what the shards of a run have left: one report, one record, one list of causes')
    .argument('<folders...>', 'output folders of shards, or folders that hold such folders')
    .option('--expect <n>', 'how many shards there must be', wholeNumber)
    .option('--output <folder>', 'where to write, when not to the output folder of the manifest')
    .option('--no-report', "without Allure's report")
    .action(async (folders: readonly string[], { expect, output, report }: MergeOptions) => {
      const { manifest, root } = loadPlatform();
      const paths = output === undefined ? manifest.paths : { ...manifest.paths, output: path.resolve(output) };
      const setting = { root, manifest: { ...manifest, paths } };
      const { run, outcome, notes } = await mergeShards({ folders, expected: expect, setting, report });
      process.stdout.write(`${[renderRun(run, outcome), ...notes].join('\n')}\n`);
      process.exitCode = outcome.status === 'passed' ? 0 : 1;
    });
}
