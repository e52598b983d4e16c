import net from 'node:net';
import { describeError } from '../../errors/describe-error';
import type { Engine } from './engine';
import { ownLabels } from './labels';

/** The network of one stack's containers. */
export class StackNetwork {
  readonly #forwarders: net.Server[] = [];

  private constructor(
    readonly name: string,
    /** This machine as containers see it. */
    private readonly gateway: string,
    private readonly remove: () => Promise<unknown>,
  ) {}

  /** Makes the network. What containers publish on it can be reached from this machine only. */
  static async make({ container: { dockerode } }: Engine, runId: string): Promise<StackNetwork> {
    const name = `groundwork-${runId}`;
    const network = await dockerode.createNetwork({
      Name: name,
      Driver: 'bridge',
      Labels: ownLabels(runId),
      Options: { 'com.docker.network.bridge.host_binding_ipv4': '127.0.0.1' },
    });
    const { IPAM } = (await network.inspect()) as { IPAM?: { Config?: { Gateway?: string }[] } };
    return new StackNetwork(name, IPAM?.Config?.[0]?.Gateway ?? '', () => network.remove());
  }

  /**
   * Lets containers reach a program that listens on loopback alone; returns the host that they ask.
   *
   * @throws Error where the engine runs on another machine.
   */
  async forward(port: number): Promise<string> {
    const server = net.createServer((inside) => {
      const target = net.connect(port, '127.0.0.1');
      inside.pipe(target).pipe(inside);
      for (const [one, other] of [[inside, target], [target, inside]] as const) {
        one.on('error', () => other.destroy());
        one.on('close', () => other.destroy());
      }
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', (cause) =>
        reject(new Error(`Containers cannot reach processes of this machine at ${this.gateway}: ${describeError(cause)}. Launch all services as containers.`, { cause })),
      );
      server.listen(port, this.gateway, resolve);
    });
    this.#forwarders.push(server);
    return this.gateway;
  }

  async close(): Promise<void> {
    for (const server of this.#forwarders) server.close();
    await this.remove();
  }
}
