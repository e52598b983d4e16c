import { Command, Option } from 'commander';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CI_SYSTEMS, ciFile, type CiSetting, type CiSystem } from '../ci/ci-files';
import { UsageError } from '../errors/usage-error';
import { wholeNumber } from './whole-number';

interface InitOptions extends CiSetting {
  readonly ci: CiSystem;
  readonly force?: boolean;
}

/** `groundwork init`: writes the file with which a CI runs the suite in shards. */
export function initCommand(): Command {
  return new Command('init')
    .description('write the file with which a CI runs the suite in shards')
    .addOption(new Option('--ci <system>', 'the CI').choices(CI_SYSTEMS).makeOptionMandatory())
    .option('--shards <n>', 'how many shards; see groundwork plan', wholeNumber, 4)
    .option('--workers <n>', 'workers of each shard', wholeNumber, 2)
    .option('--image <name>', 'container image, for gitlab and kubernetes', 'node:22')
    .option('--force', 'write over a file that is there and differs')
    .action(({ ci, force, ...setting }: InitOptions) => {
      const file = ciFile(ci, setting);
      const place = path.resolve(file.path);
      if (!force && existsSync(place) && readFileSync(place, 'utf8') !== file.text) {
        throw new UsageError(`${file.path} is there already and differs: it was left as it is. Use --force to write over it.`);
      }
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, file.text);
      process.stdout.write(`wrote ${file.path}\n`);
    });
}
