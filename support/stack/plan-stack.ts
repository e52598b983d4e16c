import path from 'node:path';
import { dependencies } from '../manifest/dependencies';
import type { ContainerLaunch, PlatformManifest, ServiceManifest } from '../manifest/schema';
import type { ContainerLaunchPlan, LaunchPlan, ReadyPlan, ServicePlan, StackPlan } from './stack-plan';

/** Where a run happens: the folder of the manifest, a name for the run, and the folder of its logs. */
export interface RunPlace {
  readonly root: string;
  readonly runId: string;
  readonly logs: string;
}

/**
 * The keeper's plan for a manifest whose launchers are chosen.
 *
 * @example planStack(chooseLaunchers(manifest, environment), { root, runId, logs })
 */
export function planStack(manifest: PlatformManifest, place: RunPlace): StackPlan {
  const services = Object.entries(manifest.services).map(([name, service]) =>
    planService(name, service, place),
  );
  return { runId: place.runId, platform: manifest.name, root: place.root, logs: place.logs, traces: manifest.traces, services };
}

function planService(name: string, service: ServiceManifest, place: RunPlace): ServicePlan {
  const launch = planLaunch(name, service, place.root);
  return {
    name,
    launch,
    env: { ...service.env, ...(launch.kind === 'attached' || launch.kind === 'none' ? {} : service.launch[launch.kind]?.env) },
    port: service.port,
    dependsOn: dependencies(service),
    ready: planReady(name, service),
    deadlines: launch.kind === 'attached' ? forRunning(service.deadlines) : service.deadlines,
    logFile: path.join(place.logs, `${name}.log`),
    leftOut: false,
    faults: [],
  };
}

/** What runs already has no start to be waited for. */
function forRunning(deadlines: ServicePlan['deadlines']): ServicePlan['deadlines'] {
  return { ...deadlines, ready: Math.min(deadlines.ready, 5_000) };
}

function planLaunch(name: string, { launcher, launch }: ServiceManifest, root: string): LaunchPlan {
  if (launcher === undefined) return { kind: 'none' };
  if (launcher === 'attached' && launch.attached?.url) {
    return { kind: 'attached', url: launch.attached.url.replace(/\/+$/, '') };
  }
  if (launcher === 'process' && launch.process) {
    const { command, cwd = '.', inputs } = launch.process;
    return { kind: 'process', command, cwd: path.resolve(root, cwd), inputs };
  }
  if (launcher === 'container' && launch.container) return planContainer(launch.container, root);
  if (launcher === 'mock' && launch.mock) {
    const { module, contract } = launch.mock;
    return { kind: 'mock', root, module: path.resolve(root, module), contract: path.resolve(root, contract) };
  }
  throw new Error(`services.${name}: no launcher was chosen. Plan with the manifest of chooseLaunchers.`);
}

// Where a program opens the port that it is told, any will do.
const CONTAINER_PORT = 8080;
const POSTGRES_PORT = 5432;

function planContainer(launch: ContainerLaunch, root: string): ContainerLaunchPlan {
  const { image, dockerfile, postgres, command, port = postgres ? POSTGRES_PORT : CONTAINER_PORT } = launch;
  const build = dockerfile && { ...dockerfile, context: path.resolve(root, dockerfile.context) };
  return { kind: 'container', image, dockerfile: build, postgres, port, command };
}

function planReady(name: string, service: ServiceManifest): ReadyPlan {
  const { ready, launch, launcher } = service;
  if (ready.kind === 'postgres') return ready;
  const version = launcher === 'attached' ? launch.attached?.version : undefined;
  const identity = ready.identity ?? { service: name };
  if (version === undefined) return { kind: 'http', path: ready.path, identity };
  return { kind: 'http', path: ready.path, identity: { ...(identity || {}), version } };
}
