import { randomBytes } from 'node:crypto';
import { serviceEnvironment } from '../../launchers/process/service-environment';
import { fillTemplate } from '../../manifest/templates';
import type { Readiness } from '../../readiness/readiness';
import { isFree, reservePort, type ReservedPort } from '../ports';
import type { ServicePlan, StackPlan } from '../stack-plan';
import type { Halted, ServiceState, StackState } from '../stack-state';
import { FaultProxy } from './fault-proxy';
import { needsProxy, scheduleFaults } from './fault-schedule';
import { stopOrder } from './stop-order';
import { Supervisor } from './supervisor';
import { receiveTraces, traceVariables, type TraceReceiver } from './trace-receiver';

const HOST = '127.0.0.1';

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
  readonly #reserved: ReservedPort[] = [];
  readonly #secrets = new Map<string, string>();
  #receiver: TraceReceiver | undefined;

  constructor(
    private readonly plan: StackPlan,
    private readonly listener: StackListener,
  ) {}

  /** Starts every service as soon as what it depends on allows; resolves when all have settled. */
  async start(): Promise<void> {
    if (this.plan.traces) this.#receiver = await receiveTraces(this.plan.logs);
    const ports = new Map<string, number>();
    for (const { name, port } of this.plan.services) ports.set(name, port || (await this.#reserve()));
    for (const service of this.plan.services) {
      this.#supervisors.set(service.name, await this.#supervisor(service, ports));
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

  /** Stops all services, dependents before what they depend on. */
  async stop(): Promise<void> {
    for (const level of stopOrder(this.plan.services)) {
      await Promise.all(level.map((name) => this.#supervisors.get(name)?.stop()));
    }
    await Promise.all([...this.#proxies.values()].map((proxy) => proxy.close()));
    this.#receiver?.close();
    for (const reserved of this.#reserved) reserved.release();
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
    const services = [...this.#supervisors].map(([name, supervisor]) => [name, stateOf(supervisor)]);
    const { runId, platform, root, logs } = this.plan;
    return { runId, platform, root, logs, services: Object.fromEntries(services) };
  }

  /** The secrets of this run by name, as the services were given them. */
  secrets(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#secrets);
  }

  /** The services that are not ready now. */
  notReady(): Readonly<Record<string, Readiness>> {
    const services = [...this.#supervisors].map(([name, { readiness }]) => [name, readiness] as const);
    return Object.fromEntries(services.filter(([, readiness]) => readiness.state !== 'ready'));
  }

  async #reserve(): Promise<number> {
    const reserved = await reservePort();
    this.#reserved.push(reserved);
    return reserved.port;
  }

  /** The port that the service itself opens: another than its public one where a proxy stands before it. */
  async #ownPort(service: ServicePlan, open: number): Promise<number> {
    if (service.leftOut || !service.faults.some(needsProxy)) return open;
    const target = await this.#reserve();
    this.#proxies.set(service.name, new FaultProxy(service.name, { open, target }));
    return target;
  }

  async #supervisor(service: ServicePlan, ports: ReadonlyMap<string, number>): Promise<Supervisor> {
    const source = {
      address: (name: string) => ({ host: HOST, port: ports.get(name) ?? 0 }),
      secret: (name: string) => this.#secret(name),
    };
    const fill = (value: string) => fillTemplate(value, source);
    const port = ports.get(service.name) ?? 0;
    const own = Object.entries(service.env).map(([key, value]) => [key, fill(value)]);
    const ownPort = await this.#ownPort(service, port);
    const traces = this.#receiver ? traceVariables(this.#receiver.url) : {};
    const run = { ...traces, PORT: String(ownPort), HOST, GROUNDWORK_RUN_ID: this.plan.runId };
    return new Supervisor(service, {
      port,
      command: service.command.map(fill),
      env: serviceEnvironment(process.env, { ...run, ...Object.fromEntries(own) }),
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
    if (service.leftOut) {
      return supervisor.giveUp({ kind: 'reason', message: 'left out by GROUNDWORK_WITHOUT' });
    }
    for (const { service: name, when } of service.dependsOn) {
      await (when === 'ready' ? this.#settled.get(name) : Promise.race([launched.get(name), this.#settled.get(name)]));
      const isReady = this.#supervisors.get(name)?.readiness.state === 'ready';
      if (when === 'ready' && !isReady) return supervisor.giveUp({ kind: 'dependency', service: name });
    }
    if (service.port !== 0 && !(await isFree(service.port))) {
      return supervisor.giveUp({ kind: 'port-taken', port: service.port });
    }
    await this.#proxies.get(service.name)?.open();
    await supervisor.start();
  }

  #launchOf(name: string): Promise<void> {
    return new Promise((resolve) => this.#launched.set(name, resolve));
  }

  #secret(name: string): string {
    const known = this.#secrets.get(name) ?? randomBytes(32).toString('hex');
    this.#secrets.set(name, known);
    return known;
  }

  #inDependencyOrder(): readonly ServicePlan[] {
    const byName = new Map(this.plan.services.map((service) => [service.name, service]));
    return stopOrder(this.plan.services)
      .toReversed()
      .flat()
      .flatMap((name) => byName.get(name) ?? []);
  }
}

function stateOf(supervisor: Supervisor): ServiceState {
  const { plan, port, readiness, pid } = supervisor;
  const { name, launcher, logFile } = plan;
  return { name, launcher, host: HOST, port, url: `http://${HOST}:${port}`, readiness, logFile, pid };
}
