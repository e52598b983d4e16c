import { getContainerRuntimeClient } from 'testcontainers';
import { RUN_LABEL } from '../../../support/launchers/container/labels';

export const IMAGE = 'node:20-bookworm-slim';

/** Why containers cannot be tried on this machine; nothing where they can. */
export async function whyNoContainers(): Promise<string | undefined> {
  try {
    const { image } = await getContainerRuntimeClient();
    const { ImageName } = await import('testcontainers');
    return (await image.exists(ImageName.fromString(IMAGE))) ? undefined : `there is no image ${IMAGE}`;
  } catch {
    return 'no container engine answers';
  }
}

/** Containers and networks that a run has made and not removed, by name. */
export async function madeBy(runId: string): Promise<readonly string[]> {
  const { container } = await getContainerRuntimeClient();
  const filters = { label: [`${RUN_LABEL}=${runId}`] };
  const containers = await container.dockerode.listContainers({ all: true, filters });
  const networks = await container.dockerode.listNetworks({ filters });
  return [...containers.flatMap(({ Names }) => Names), ...networks.map(({ Name }) => Name)];
}

/** The volumes that containers of a run have mounted, by name. */
export async function volumesOf(runId: string): Promise<readonly string[]> {
  const { container } = await getContainerRuntimeClient();
  const filters = { label: [`${RUN_LABEL}=${runId}`] };
  const containers = await container.dockerode.listContainers({ all: true, filters });
  return containers.flatMap(({ Mounts }) => Mounts.flatMap(({ Name }) => Name ?? []));
}

/** All volumes of the engine, by name. */
export async function volumes(): Promise<readonly string[]> {
  const { container } = await getContainerRuntimeClient();
  const { Volumes } = await container.dockerode.listVolumes();
  return Volumes.map(({ Name }) => Name);
}
