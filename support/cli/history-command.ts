import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { UsageError } from '../errors/usage-error';
import type { History } from '../history/history';
import { writeHistory } from '../history/history-file';
import { parseHistory } from '../history/known-tests';
import { mergeHistories } from '../history/merge-histories';

/** `groundwork history merge`: a merge driver for git, so that two branches' histories are joined. */
export function historyCommand(): Command {
  const merge = new Command('merge')
    .description('join three versions of the history into the second, as git asks a merge driver to')
    .argument('<base>', 'what both started from (%O)')
    .argument('<ours>', 'this branch; the result is written here (%A)')
    .argument('<theirs>', 'the other branch (%B)')
    .addHelpText('after', SET_UP)
    .action((base: string, ours: string, theirs: string) => {
      writeHistory(ours, mergeHistories({ base: read(base), ours: read(ours), theirs: read(theirs) }));
    });
  return new Command('history').description('work with the history in reports/history').addCommand(merge);
}

const SET_UP = `
To let git use it, once in .gitattributes and once on each machine:
  reports/history/tests.json merge=groundwork-history
  git config merge.groundwork-history.driver "npx groundwork history merge %O %A %B"`;

/** No byte above it is a blank. */
const SPACE = 0x20;

function read(file: string): History {
  try {
    const content = readFileSync(file);
    // git gives an empty file where there was none.
    return content.every((byte) => byte <= SPACE) ? {} : parseHistory(content);
  } catch (cause) {
    // Nothing is guessed here: git then shows the conflict, and both versions are still there.
    throw new UsageError(`${file} is no history: nothing was merged. Repair it, or keep one of the two versions.`, { cause });
  }
}
