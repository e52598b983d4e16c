import { Command } from 'commander';
import { StackProgress } from '../config/stack-progress';
import { UsageError } from '../errors/usage-error';
import { withServicesOnly } from '../launchers/choose-launchers';
import { LAUNCHERS } from '../launchers/launcher-name';
import { preparePlan } from '../stack/prepare-plan';
import { bringUp } from '../stack/warm/bring-up';
import { choiceOf } from '../stack/warm/choice';
import { findWarm } from '../stack/warm/find-warm';
import { loadPlatform } from './load-platform';
import { printStatus } from './status-command';

interface Options {
  readonly launcher?: string;
  readonly only?: string;
}

/** `groundwork up`: brings a stack up that stays, for runs to stand on. */
export function upCommand(): Command {
  return new Command('up')
    .description('bring up a stack that stays; runs of this checkout stand on it until "groundwork down"')
    .option('--launcher <name>', `how services are brought up: ${LAUNCHERS.join(', ')}`)
    .option('--only <services>', 'only these services, and what they lead to (commas between)')
    .action(async ({ launcher, only }: Options) => {
      if (launcher !== undefined) process.env.GROUNDWORK_LAUNCHER = launcher;
      const whole = loadPlatform(process.cwd(), 'anew');
      const wanted = only?.split(',').map((name) => name.trim());
      const manifest = wanted ? withServicesOnly(whole.manifest, wanted) : whole.manifest;
      const progress = new StackProgress(manifest);
      const plan = await preparePlan({ ...whole, manifest }, progress.onBuild, 'warm');
      if (plan.services.some(({ leftOut, faults }) => leftOut || faults.length > 0)) {
        throw new UsageError('GROUNDWORK_WITHOUT and GROUNDWORK_FAULT are for one run: unset them, or give them to "npx playwright test".');
      }
      const names = wanted && plan.services.map(({ name }) => name);
      const brought = await bringUp(plan, { only: names, choice: choiceOf(process.env) }, progress.onEvent);
      if (brought.kind === 'same') console.log('The warm stack is up already, and up to date.');
      if (brought.kind === 'changed') console.log(`Started anew, because changed: ${brought.services.join(', ')}.`);
      if (brought.kind === 'started' && brought.instead) console.log('It replaces the warm stack of another manifest or of other launchers.');
      await printStatus(findWarm(whole.root));
    });
}
