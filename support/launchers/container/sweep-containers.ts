import { connectEngine, type Engine } from './engine';
import { processSpace } from '../../stack/process-identity';
import { isOwned, MACHINE_LABEL, RUN_LABEL } from './labels';

/**
 * Removes containers and networks whose keeper was killed before it could. Those of keepers that run
 * stay: two runs on one machine do not disturb each other. So does what other machines have made on the
 * same engine: nobody here knows whether their keepers run.
 */
export async function sweepContainers({ container: { dockerode } }: Engine): Promise<void> {
  const filters = { label: [RUN_LABEL, `${MACHINE_LABEL}=${processSpace()}`] };
  const containers = await dockerode.listContainers({ all: true, filters });
  const dead = containers.filter(({ Labels }) => !isOwned(Labels));
  await Promise.all(dead.map(({ Id }) => gone(dockerode.getContainer(Id).remove({ force: true, v: true }))));
  const networks = await dockerode.listNetworks({ filters });
  const left = networks.filter(({ Labels }) => !isOwned(Labels));
  await Promise.all(left.map(({ Id }) => gone(dockerode.getNetwork(Id).remove())));
}

/** As `sweepContainers`, of the engine of this machine; an engine that is gone is swept when it is asked next. */
export async function sweepEngine(): Promise<void> {
  const engine = await connectEngine().catch(() => undefined);
  if (engine) await sweepContainers(engine);
}

/** Another start may sweep at the same moment. */
async function gone(removal: Promise<unknown>): Promise<void> {
  await removal.catch((error: unknown) => {
    const status = typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
    if (status !== 404 && status !== 409) throw error;
  });
}
