import type { Readiness } from '../../readiness/readiness';
import { isFree } from '../ports';
import type { ServicePlan, StackPlan } from '../stack-plan';
import type { Halted, ServiceState, StackState } from '../stack-state';
import { Addresses } from './addresses';
import { FaultProxy } from './fault-proxy';
import { needsProxy, scheduleFaults } from './fault-schedule';
import { ServiceLauncher } from './service-launcher';
import { stopOrder } from './stop-order';
import { Supervisor } from './supervisor';
import type { TraceReceiver } from './trace-receiver';

/** Who is told when a service changes or is launched. */
export interface StackListener {
  onReadiness(service: string, readiness: Readiness): void;
  onLaunch(): void;
}

/** The running services of one plan. */
export class Stack {
  readonly #supervisors = new Map<string, Supervisor>();
  readonly #settled = new Map<string, Promise<void>>();
  readonly #launched = new Map<string, () => void>();
  readonly #proxies = new Map<string, FaultProxy>();
  readonly #addresses = new Addresses();
  readonly #launcher: ServiceLauncher;
  #stopping = false;

  constructor(
    private readonly plan: StackPlan,
    private readonly listener: StackListener,
    receiver: TraceReceiver | undefined,
  ) {
    this.#launcher = new ServiceLauncher(plan, this.#addresses, receiver);
  }

  /** Starts every service as soon as what it depends on allows; resolves when all have settled. */
  async start(): Promise<void> {
    await this.#addresses.assign(this.plan.services);
    await this.#launcher.prepare();
    if (this.#stopping) return;
    for (const service of this.plan.services) {
      this.#supervisors.set(service.name, await this.#supervisor(service));
    }
    const launched = new Map(this.plan.services.map(({ name }) => [name, this.#launchOf(name)]));
    for (const service of this.#inDependencyOrder()) {
      this.#settled.set(service.name, this.#startAfterDependencies(service, launched));
    }
    await Promise.all(this.#settled.values());
    for (const { name, faults } of this.plan.services) {
      const supervisor = this.#supervisors.get(name);
      if (supervisor) scheduleFaults(faults, { supervisor, proxy: this.#proxies.get(name) });
    }
  }

  /**
   * Stops services that run and starts them as these plans say, at the addresses that they had.
   *
   * @throws Error for a service of another plan.
   */
  async replace(services: readonly ServicePlan[]): Promise<void> {
    await this.#launcher.prepareImages(services);
    const order = stopOrder(services).flat();
    for (const name of order) await this.#supervisors.get(name)?.stop();
    for (const name of order.toReversed()) {
      const service = services.find((one) => one.name === name);
      if (!service) continue;
      const supervisor = await this.#supervisor(service);
      this.#supervisors.set(name, supervisor);
      this.listener.onReadiness(name, supervisor.readiness);
      await supervisor.start();
    }
  }

  /** Stops all services, dependents before what they depend on. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const level of stopOrder(this.plan.services)) {
      await Promise.all(level.map((name) => this.#supervisors.get(name)?.stop()));
    }
    await this.#launcher.close();
    await Promise.all([...this.#proxies.values()].map((proxy) => proxy.close()));
    this.#addresses.release();
  }

  /** Stops one service, and tells how it ended and how long that took (ms). */
  async halt(name: string): Promise<Halted> {
    const started = Date.now();
    const evidence = await this.#supervisors.get(name)?.halt();
    return { tookMs: Date.now() - started, evidence };
  }

  /** Starts a service that was stopped; resolves when it is ready or given up. */
  async launch(name: string): Promise<void> {
    await this.#supervisors.get(name)?.start();
  }

  /** What is known of every service now. */
  state(): StackState {
    const services = [...this.#supervisors].map(([name, supervisor]) => [name, this.#stateOf(supervisor)]);
    const { runId, platform, root, logs } = this.plan;
    return { runId, platform, root, logs, services: Object.fromEntries(services) };
  }

  /** The secrets of this run by name, as the services were given them. */
  secrets(): Readonly<Record<string, string>> {
    return this.#launcher.secrets();
  }

  /** The services that are not ready now. */
  notReady(): Readonly<Record<string, Readiness>> {
    const started = [...this.#supervisors].filter(([, { plan }]) => plan.launch.kind !== 'none');
    const services = started.map(([name, { readiness }]) => [name, readiness] as const);
    return Object.fromEntries(services.filter(([, readiness]) => readiness.state !== 'ready'));
  }

  #stateOf({ plan, readiness, pid, identity }: Supervisor): ServiceState {
    const { name, launch, logFile } = plan;
    return { name, launcher: launch.kind, ...this.#addresses.of(name), readiness, identity, logFile, pid };
  }

  /** The port that the service itself opens: another than its public one where a proxy stands before it. */
  async #ownPort(service: ServicePlan): Promise<number> {
    const open = this.#addresses.of(service.name).port;
    if (service.leftOut || !service.faults.some(needsProxy)) return open;
    const target = await this.#addresses.reserve();
    this.#proxies.set(service.name, new FaultProxy(service.name, { open, target }));
    return target;
  }

  async #supervisor(service: ServicePlan): Promise<Supervisor> {
    const port = await this.#ownPort(service);
    return new Supervisor(service, {
      url: this.#addresses.of(service.name).url,
      launch: () => this.#launcher.launch(service, port),
      onChange: (readiness) => this.listener.onReadiness(service.name, readiness),
      onLaunch: () => {
        this.#launched.get(service.name)?.();
        this.listener.onLaunch();
      },
    });
  }

  async #startAfterDependencies(
    service: ServicePlan,
    launched: ReadonlyMap<string, Promise<void>>,
  ): Promise<void> {
    const supervisor = this.#supervisors.get(service.name);
    if (!supervisor) return;
    if (service.launch.kind === 'none') {
      return supervisor.giveUp({ kind: 'reason', message: 'left out: it has no mock, and GROUNDWORK_LAUNCHER=mock starts nothing else' });
    }
    if (service.leftOut) {
      return supervisor.giveUp({ kind: 'reason', message: 'left out by GROUNDWORK_WITHOUT' });
    }
    for (const { service: name, when } of service.dependsOn) {
      await (when === 'ready' ? this.#settled.get(name) : Promise.race([launched.get(name), this.#settled.get(name)]));
      const isReady = this.#supervisors.get(name)?.readiness.state === 'ready';
      if (when === 'ready' && !isReady) return supervisor.giveUp({ kind: 'dependency', service: name });
    }
    if (service.port !== 0 && service.launch.kind !== 'attached' && !(await isFree(service.port))) {
      return supervisor.giveUp({ kind: 'port-taken', port: service.port });
    }
    await this.#proxies.get(service.name)?.open();
    await supervisor.start();
  }

  #launchOf(name: string): Promise<void> {
    return new Promise((resolve) => this.#launched.set(name, resolve));
  }

  #inDependencyOrder(): readonly ServicePlan[] {
    const byName = new Map(this.plan.services.map((service) => [service.name, service]));
    return stopOrder(this.plan.services)
      .toReversed()
      .flat()
      .flatMap((name) => byName.get(name) ?? []);
  }
}
