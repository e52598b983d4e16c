import { Command } from 'commander';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { pipeline } from 'node:stream/promises';
import { serviceOf, theWarmStack } from './the-warm-stack';

const LOOK_EVERY_MS = 200;

/** `groundwork logs`: what a service of the warm stack has printed. */
export function logsCommand(): Command {
  return new Command('logs')
    .description('print what a service of the warm stack has printed')
    .argument('<service>', 'its name')
    .option('-f, --follow', 'go on printing what comes')
    .action(async (name: string, { follow }: { readonly follow?: boolean }) => {
      const { logFile } = serviceOf(theWarmStack(), name);
      let printed = await print(logFile, 0);
      while (follow) {
        await sleep(LOOK_EVERY_MS);
        printed = await print(logFile, printed);
      }
    });
}

/** Prints a file from an offset on; returns where it ended. A file that was cut is printed anew. */
async function print(file: string, from: number): Promise<number> {
  if (!existsSync(file)) return 0;
  const { size } = statSync(file);
  const start = size < from ? 0 : from;
  if (size === start) return start;
  await pipeline(createReadStream(file, { start, end: size - 1 }), process.stdout, { end: false });
  return size;
}
