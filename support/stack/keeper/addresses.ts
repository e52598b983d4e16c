import type { ContainerHost } from '../../launchers/container/container-host';
import type { Address } from '../../manifest/templates';
import { reservePort, type ReservedPort } from '../ports';
import type { ServicePlan } from '../stack-plan';

const HOST = '127.0.0.1';

/** Where every service of a stack is reached; known before the first of them starts. */
export class Addresses {
  readonly #addresses = new Map<string, Address>();
  readonly #inside = new Map<string, Address>();
  readonly #reserved: ReservedPort[] = [];

  /** Gives every service its address: a port of this machine, or where it already runs. */
  async assign(services: readonly Pick<ServicePlan, 'name' | 'port' | 'launch'>[]): Promise<void> {
    for (const { name, port, launch } of services) {
      const address = launch.kind === 'attached' ? elsewhere(launch.url) : local(port || (await this.reserve()));
      this.#addresses.set(name, address);
    }
  }

  /**
   * The address of a service.
   *
   * @throws Error for a service of another plan.
   */
  of(name: string): Address {
    const found = this.#addresses.get(name);
    if (found) return found;
    throw new Error(`There is no service "${name}" in the stack; there are: ${[...this.#addresses.keys()].join(', ')}.`);
  }

  /** As `of`, for one who asks from within a container of the stack. */
  inside(name: string): Address {
    return this.#inside.get(name) ?? this.of(name);
  }

  /** Lets containers of the stack reach every service of it. */
  async openTo(host: ContainerHost, services: readonly Pick<ServicePlan, 'name' | 'launch'>[]): Promise<void> {
    for (const { name, launch } of services) {
      if (launch.kind === 'container') this.#inside.set(name, host.inside(name, launch));
      if (launch.kind === 'process' || launch.kind === 'mock') this.#inside.set(name, await host.outside(this.of(name).port));
    }
  }

  /** Another port of this machine. */
  async reserve(): Promise<number> {
    const reserved = await reservePort();
    this.#reserved.push(reserved);
    return reserved.port;
  }

  /** Gives the ports back. */
  release(): void {
    for (const reserved of this.#reserved) reserved.release();
  }
}

function local(port: number): Address {
  return { url: `http://${HOST}:${port}`, host: HOST, port };
}

function elsewhere(url: string): Address {
  const { hostname, port, protocol } = new URL(url);
  return { url, host: hostname, port: Number(port) || (protocol === 'https:' ? 443 : 80) };
}
