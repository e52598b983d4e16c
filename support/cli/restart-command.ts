import { Command } from 'commander';
import { UsageError } from '../errors/usage-error';
import { replaceServices } from '../stack/keeper-client';
import { preparePlan } from '../stack/prepare-plan';
import { collectParts } from '../stack/warm/collect-parts';
import { markOf } from '../stack/warm/fingerprint';
import { inLogOf } from '../stack/warm/find-warm';
import { loadPlatform } from './load-platform';
import { printStatus } from './status-command';
import { serviceOf, theWarmStack } from './the-warm-stack';

/** `groundwork restart`: starts one service of the warm stack anew, built anew where it is stale. */
export function restartCommand(): Command {
  return new Command('restart')
    .description('start a service of the warm stack anew, as the manifest says now')
    .argument('<service>', 'its name')
    .action(async (name: string) => {
      const warm = theWarmStack();
      serviceOf(warm, name);
      const plan = await preparePlan(loadPlatform(), undefined, 'warm');
      const service = plan.services.find((one) => one.name === name);
      if (!service) throw new UsageError(`The manifest has no service "${name}" any more: "groundwork up" renews the stack.`);
      const { fingerprints } = markOf(plan, collectParts(plan));
      await replaceServices(warm.keeper, {
        services: [inLogOf(warm)(service)],
        fingerprints: { ...warm.mark.fingerprints, [name]: fingerprints[name] ?? '' },
      });
      await printStatus(warm);
    });
}
