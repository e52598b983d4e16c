import { Command } from 'commander';
import { stopStack } from '../stack/keeper-client';
import { sweep } from '../stack/sweep';
import { findWarm } from '../stack/warm/find-warm';
import { findManifest } from './load-platform';

/** `groundwork down`: stops the warm stack. */
export function downCommand(): Command {
  return new Command('down').description('stop the warm stack of this checkout').action(async () => {
    const warm = findWarm(findManifest(process.cwd()).root);
    if (warm) await stopStack(warm.keeper);
    // What a killed keeper has left goes too.
    const swept = await sweep();
    console.log(warm ? 'The warm stack is stopped.' : 'There is no warm stack of this checkout.');
    if (swept > 0) console.log(`Also ended what ${swept} killed runs had left.`);
  });
}
