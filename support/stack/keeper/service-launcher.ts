import { randomBytes } from 'node:crypto';
import { launchAttached } from '../../launchers/attached/attached-launcher';
import type { ContainerHost } from '../../launchers/container/container-host';
import type { Launched } from '../../launchers/launched';
import { standIn } from '../../launchers/mock/stand-in';
import { launchProcess } from '../../launchers/process/process-launcher';
import { serviceEnvironment } from '../../launchers/process/service-environment';
import { describeError } from '../../errors/describe-error';
import { fillTemplate, type Address } from '../../manifest/templates';
import type { ContainerLaunchPlan, ServicePlan, StackPlan } from '../stack-plan';
import type { Addresses } from './addresses';
import { traceVariables, type TraceReceiver } from './trace-receiver';

type ProcessPlan = Extract<ServicePlan['launch'], { kind: 'process' }>;

/** Launches the services of one stack, each by its launcher, with its values filled in. */
export class ServiceLauncher {
  readonly #secrets = new Map<string, string>();
  #containers: ContainerHost | undefined;
  #opening: Promise<ContainerHost> | undefined;
  #traces: { readonly outside: string; readonly inside: string } | undefined;
  #noEngine: string | undefined;

  constructor(
    private readonly plan: StackPlan,
    private readonly addresses: Addresses,
    private readonly receiver: TraceReceiver | undefined,
  ) {}

  /** Makes ready what launchers need before the first service: network and images of containers. */
  async prepare(): Promise<void> {
    const { services } = this.plan;
    if (this.receiver) this.#traces = { outside: this.receiver.url, inside: this.receiver.url };
    if (!services.some(({ launch }) => launch.kind === 'container')) return;
    const { ContainerHost } = await import('../../launchers/container/container-host.js');
    try {
      this.#opening = ContainerHost.open(this.plan);
      const host = await this.#opening;
      this.#containers = host;
      await this.addresses.openTo(host, services);
      if (this.receiver) {
        const { url } = await host.outside(Number(new URL(this.receiver.url).port));
        this.#traces = { outside: this.receiver.url, inside: url };
      }
      await this.prepareImages(services);
    } catch (error) {
      // A fact about the services that need it, not the end of the others.
      this.#noEngine = describeError(error);
    }
  }

  /** Builds the images of services that are (to be) launched as containers. */
  async prepareImages(services: readonly ServicePlan[]): Promise<void> {
    await Promise.all(
      services.map(({ name, launch }) =>
        launch.kind === 'container' ? this.#containers?.prepare({ name, launch }) : undefined,
      ),
    );
  }

  /** Launches a service; `port` is the one of this machine that is its own. */
  launch(service: ServicePlan, port: number): Launched {
    const { launch } = service;
    if (launch.kind === 'attached' || launch.kind === 'none') return launchAttached();
    if (launch.kind === 'container') return this.#container(service, launch, port);
    return this.#process(service, launch.kind === 'mock' ? standIn(service, launch) : launch, port);
  }

  /** The secrets of this stack by name, as the services were given them. */
  secrets(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#secrets);
  }

  /** Removes what was prepared, or is being prepared now. */
  async close(): Promise<void> {
    const host = await this.#opening?.catch(() => undefined);
    await host?.close();
  }

  #process({ env, logFile }: ServicePlan, launch: Pick<ProcessPlan, 'command' | 'cwd'>, port: number): Launched {
    const fill = this.#filler((name) => this.addresses.of(name));
    const traces = this.#traces ? traceVariables(this.#traces.outside) : {};
    const run = { ...traces, PORT: String(port), HOST: '127.0.0.1', GROUNDWORK_RUN_ID: this.plan.runId };
    return launchProcess({
      command: launch.command.map(fill),
      cwd: launch.cwd,
      env: serviceEnvironment(process.env, { ...run, ...filled(env, fill) }),
      logFile,
    });
  }

  #container({ name, env, logFile }: ServicePlan, launch: ContainerLaunchPlan, port: number): Launched {
    if (!this.#containers || this.#noEngine) return notLaunched(this.#noEngine ?? 'no container engine was asked');
    const fill = this.#filler((other) => this.addresses.inside(other));
    const traces = this.#traces ? traceVariables(this.#traces.inside) : {};
    const run = { ...traces, PORT: String(launch.port), HOST: '0.0.0.0', GROUNDWORK_RUN_ID: this.plan.runId };
    return this.#containers.launch({
      name,
      launch: { ...launch, command: launch.command?.map(fill) },
      env: { ...run, ...filled(env, fill) },
      port,
      logFile,
    });
  }

  #filler(address: (service: string) => Address): (value: string) => string {
    const publicUrl = (name: string) => this.addresses.of(name).url;
    return (value) => fillTemplate(value, { address, publicUrl, secret: (name) => this.#secret(name) });
  }

  #secret(name: string): string {
    const known = this.#secrets.get(name) ?? randomBytes(32).toString('hex');
    this.#secrets.set(name, known);
    return known;
  }
}

function filled(env: ServicePlan['env'], fill: (value: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(env).map(([key, value]) => [key, fill(value)]));
}

function notLaunched(message: string): Launched {
  const nothing = () => Promise.resolve();
  return { pid: undefined, ended: Promise.resolve({ kind: 'launch', message }), stop: nothing, kill: nothing };
}
