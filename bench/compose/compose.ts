import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../../dist/support/launchers/container/engine';
import { imageOf } from '../../dist/support/launchers/container/images';
import { reservePort, type ReservedPort } from '../../dist/support/stack/ports';
import type { StackPlan } from '../../dist/support/stack/stack-plan';
import { composeFile, databaseScript, type ComposeService } from './compose-file';

/** A compose that is installed. */
export interface Compose {
  /** Which one, as it calls itself. */
  readonly version: string;
  readonly command: readonly string[];
  /** Whether `up --wait` waits until all are healthy; Debian's compose 1 cannot. */
  readonly waits: boolean;
}

const LIMIT = 120_000;
const LOOK_EVERY = 25;

/** The compose of this machine, or why there is none to compare with. */
export function findCompose(): Compose | string {
  for (const command of [['docker', 'compose'], ['docker-compose']]) {
    const version = output([...command, 'version', '--short']);
    if (version === undefined) continue;
    const waits = output([...command, 'up', '--help'])?.includes('--wait ') ?? false;
    return { version: `${command.join(' ')} ${version.trim()}`, command, waits };
  }
  return 'neither "docker compose" nor "docker-compose" is installed';
}

function output([program = '', ...args]: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

/** The services of a plan of containers as a compose project in a temporary folder. */
export class ComposeStack {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-bench-'));
  readonly #project = `groundwork-bench-${randomUUID().slice(0, 8)}`;
  #services: readonly ComposeService[] = [];
  #ports: readonly ReservedPort[] = [];

  constructor(
    private readonly compose: Compose,
    private readonly engine: Engine,
  ) {}

  /** Writes the file; images that are not there are built, as the container launcher builds them. */
  async write({ services, platform }: StackPlan): Promise<void> {
    const found: ComposeService[] = [];
    for (const plan of services) {
      const { launch, name } = plan;
      if (launch.kind !== 'container') throw new Error(`${name} has no container.`);
      const reserved = await reservePort();
      this.#ports = [...this.#ports, reserved];
      const image = await imageOf(launch, `${platform}-${name}`, this.engine);
      found.push({ plan: { ...plan, launch }, image, port: reserved.port });
    }
    const script = path.join(this.#folder, 'databases.sql');
    writeFileSync(script, databaseScript(found));
    writeFileSync(this.#file, JSON.stringify(composeFile(found, script), undefined, 2));
    this.#services = found;
  }

  /** Milliseconds until every service is healthy. */
  async up(): Promise<number> {
    const began = performance.now();
    this.#run('up', '-d', ...(this.compose.waits ? ['--wait'] : []));
    if (!this.compose.waits) await this.#healthy();
    return performance.now() - began;
  }

  down(): void {
    this.#run('down', '-v', '-t', '1');
  }

  /** Removes the file, and gives its ports back. */
  remove(): void {
    for (const port of this.#ports) port.release();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #file(): string {
    return path.join(this.#folder, 'compose.yaml');
  }

  #run(...args: readonly string[]): void {
    const [program = '', ...first] = this.compose.command;
    const all = [...first, '-p', this.#project, '-f', this.#file, ...args];
    const { status, stdout, stderr } = spawnSync(program, all, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program} ${all.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  }

  async #healthy(): Promise<void> {
    const filters = { label: [`com.docker.compose.project=${this.#project}`] };
    for (const began = Date.now(); ; await sleep(LOOK_EVERY)) {
      const found = await this.engine.container.dockerode.listContainers({ all: true, filters });
      const late = found.filter(({ Status }) => !Status.includes('(healthy)'));
      if (found.length === this.#services.length && late.length === 0) return;
      if (Date.now() - began < LIMIT) continue;
      throw new Error(`Not healthy after ${LIMIT / 1000} s: ${late.map(({ Names, Status }) => `${Names.join(' ')} (${Status})`).join(', ')}`);
    }
  }
}
