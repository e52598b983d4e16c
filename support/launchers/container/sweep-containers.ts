import type { Engine } from './engine';
import { isOwned, RUN_LABEL } from './labels';

/**
 * Removes containers and networks whose keeper was killed before it could. Those of keepers that run
 * stay: two runs on one machine do not disturb each other.
 */
export async function sweepContainers({ container: { dockerode } }: Engine): Promise<void> {
  const filters = { label: [RUN_LABEL] };
  const containers = await dockerode.listContainers({ all: true, filters });
  const dead = containers.filter(({ Labels }) => !isOwned(Labels));
  await Promise.all(dead.map(({ Id }) => gone(dockerode.getContainer(Id).remove({ force: true, v: true }))));
  const networks = await dockerode.listNetworks({ filters });
  const left = networks.filter(({ Labels }) => !isOwned(Labels));
  await Promise.all(left.map(({ Id }) => gone(dockerode.getNetwork(Id).remove())));
}

/** Another start may sweep at the same moment. */
async function gone(removal: Promise<unknown>): Promise<void> {
  await removal.catch((error: unknown) => {
    const status = typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
    if (status !== 404 && status !== 409) throw error;
  });
}
