import path from 'node:path';
import { UsageError } from '../errors/usage-error';
import { dependencies } from '../manifest/dependencies';
import type { PlatformManifest, ServiceManifest } from '../manifest/schema';
import type { ReadyPlan, ServicePlan, StackPlan } from './stack-plan';

/** Where a run happens: the folder of the manifest, a name for the run, and the folder of its logs. */
export interface RunPlace {
  readonly root: string;
  readonly runId: string;
  readonly logs: string;
}

/**
 * The keeper's plan for a manifest.
 *
 * @throws UsageError for a service that the chosen launcher cannot launch.
 */
export function planStack(manifest: PlatformManifest, place: RunPlace): StackPlan {
  const services = Object.entries(manifest.services).map(([name, service]) =>
    planService(name, service, place),
  );
  return { runId: place.runId, platform: manifest.name, root: place.root, logs: place.logs, traces: manifest.traces, services };
}

function planService(name: string, service: ServiceManifest, place: RunPlace): ServicePlan {
  const launch = service.launch.process;
  if (!launch) {
    throw new UsageError(
      `services.${name}.launch: found no launch for the launcher "process". Add launch.process to the manifest.`,
    );
  }
  return {
    name,
    launcher: 'process',
    command: launch.command,
    cwd: path.resolve(place.root, launch.cwd ?? '.'),
    env: { ...service.env, ...launch.env },
    port: service.port,
    dependsOn: dependencies(service),
    ready: planReady(name, service),
    deadlines: service.deadlines,
    logFile: path.join(place.logs, `${name}.log`),
    leftOut: false,
    faults: [],
  };
}

function planReady(name: string, service: ServiceManifest): ReadyPlan {
  const { ready } = service;
  if (ready.kind === 'postgres') return ready;
  return { kind: 'http', path: ready.path, identity: ready.identity ?? { service: name } };
}
