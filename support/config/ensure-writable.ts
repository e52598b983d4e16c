import { accessSync, constants, mkdirSync } from 'node:fs';
import { describeError } from '../errors/describe-error';
import { UsageError } from '../errors/usage-error';

/**
 * Makes the folder and checks that files can be made in it.
 *
 * @throws UsageError that names the folder; found before anything is started, because a report that
 * cannot be written is otherwise noticed after the run.
 */
export function ensureWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new UsageError(
      `Nothing can be written to ${folder}: ${describeError(cause)}. ` +
        'Give this user the right to write there, or set paths.output in the manifest.',
      { cause },
    );
  }
}
