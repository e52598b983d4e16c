import os from 'node:os';
import type { Container } from 'dockerode';
import { describeError } from '../../errors/describe-error';
import type { Address } from '../../manifest/templates';
import type { Evidence } from '../../readiness/readiness';
import type { ContainerLaunchPlan, StackPlan } from '../../stack/stack-plan';
import type { Launched } from '../launched';
import { lastLines } from '../process/last-lines';
import { Bound } from './bound';
import { connectEngine, startReaper, type Engine } from './engine';
import { imageOf } from './images';
import { ownLabels } from './labels';
import { startContainer, type ContainerSpec } from './service-container';
import { StackNetwork } from './stack-network';
import { sweepContainers } from './sweep-containers';

/** One service that is launched as a container. */
export interface ContainerRequest {
  readonly name: string;
  readonly launch: ContainerLaunchPlan;
  readonly env: Readonly<Record<string, string>>;
  readonly port: number;
  readonly logFile: string;
}

type StackRun = Pick<StackPlan, 'runId' | 'platform'>;

/** Brings the containers of one stack up, on a network of its own. */
export class ContainerHost {
  readonly #images = new Map<string, Promise<string>>();
  // More at once than the cores can start makes each of them late.
  readonly #bound = new Bound(os.availableParallelism() * 2);

  private constructor(
    private readonly run: StackRun,
    private readonly engine: Engine,
    private readonly network: StackNetwork,
  ) {}

  /**
   * Connects to the engine, removes what killed runs have left, and makes the network.
   *
   * @throws Error when no engine answers.
   */
  static async open(run: StackRun): Promise<ContainerHost> {
    const engine = await connectEngine();
    await startReaper(engine);
    await sweepContainers(engine);
    return new ContainerHost(run, engine, await StackNetwork.make(engine, run.runId));
  }

  /** Where containers of the stack reach a container of it. */
  inside(name: string, { port }: ContainerLaunchPlan): Address {
    const host = this.#nameOf(name);
    return { url: `http://${host}:${port}`, host, port };
  }

  /** Where containers of the stack reach a program of this machine that listens on loopback. */
  async outside(port: number): Promise<Address> {
    const host = await this.network.forward(port);
    return { url: `http://${host}:${port}`, host, port };
  }

  /** Builds a service's image where it is not there yet; call it before its time to become ready counts. */
  async prepare({ name, launch }: Pick<ContainerRequest, 'name' | 'launch'>): Promise<void> {
    const image = this.#bound.run(() => imageOf(launch, `${this.run.platform}-${name}`, this.engine));
    this.#images.set(name, image);
    // What went wrong is the evidence of its launch.
    await image.catch(() => undefined);
  }

  /** Launches a service whose image is prepared. */
  launch(request: ContainerRequest): Launched {
    let container: Container | undefined;
    let starting: Promise<void> | undefined;
    const ended = new Promise<Evidence>((resolve) => {
      const failed = (error: unknown) => resolve({ kind: 'launch', message: describeError(error) });
      const onCreated = (created: Container) => {
        container = created;
        endOf(created, request.logFile).then(resolve, failed);
      };
      starting = this.#start(request, onCreated).catch(failed);
    });
    return {
      pid: undefined,
      ended,
      stop: async (deadlineMs) => {
        // What is being made now would be left over.
        await starting;
        await quiet(container?.stop({ t: Math.ceil(deadlineMs / 1000) }));
        await quiet(container?.remove({ force: true, v: true }));
      },
      kill: async () => {
        await quiet(container?.kill());
        await ended;
      },
    };
  }

  /** Removes the network, once the containers are gone. What an engine that has gone still holds, the next start sweeps. */
  async close(): Promise<void> {
    await quiet(this.network.close());
  }

  async #start({ name, launch, env, port, logFile }: ContainerRequest, onCreated: (created: Container) => void): Promise<void> {
    const image = await this.#images.get(name);
    if (!image) throw new Error(`the image of ${name} was not prepared`);
    const spec: ContainerSpec = {
      name: this.#nameOf(name),
      image,
      launch,
      env,
      labels: ownLabels(this.run.runId),
      network: this.network.name,
      port,
      logFile,
    };
    await this.#bound.run(() => startContainer(spec, this.engine, onCreated));
  }

  #nameOf(service: string): string {
    return `groundwork-${this.run.runId}-${service}`;
  }
}

/** Resolves when a container that is started next has ended; it is removed then, so that it can be started anew. */
async function endOf(container: Container, logFile: string): Promise<Evidence> {
  const { StatusCode } = (await container.wait({ condition: 'next-exit' })) as { StatusCode: number };
  await quiet(container.remove({ force: true, v: true }));
  return { kind: 'exit', code: StatusCode, signal: null, lastLines: lastLines(logFile) };
}

/** A container that is gone already is what was wanted. */
async function quiet(work: Promise<unknown> | undefined): Promise<void> {
  await work?.catch(() => undefined);
}
