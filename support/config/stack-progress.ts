import pc from 'picocolors';
import type { BuildOutcome } from '../build/ensure-built';
import type { PlatformManifest } from '../manifest/schema';
import { isLeftOut } from '../needs/needs-real';
import { describeEvidence, type Readiness } from '../readiness/readiness';
import type { KeeperEvent, ServiceState } from '../stack/stack-state';

/** Tells on the terminal, a line a service, how the stack comes up. */
export class StackProgress {
  readonly #started = Date.now();
  readonly #width: number;
  #settled = false;

  constructor(private readonly manifest: PlatformManifest) {
    this.#width = Math.max(...Object.keys(manifest.services).map((name) => name.length));
  }

  /** The platform was stale and has been built. */
  readonly onBuild = (outcome: BuildOutcome): void => {
    if (outcome.kind === 'built') this.#line(`built ${this.manifest.name} in ${seconds(outcome.tookMs)}`);
  };

  /** Something happened in the keeper. */
  readonly onEvent = (event: KeeperEvent): void => {
    if (event.type === 'readiness') this.#service(event.service, event.readiness);
    if (event.type !== 'settled') return;
    const services = Object.values(event.stack.services).filter(({ launcher }) => launcher !== 'none');
    const ready = services.filter(({ readiness }) => readiness.state === 'ready').length;
    const text = `${ready} of ${services.length} services ready in ${seconds(Date.now() - this.#started)}${launchersOf(Object.values(event.stack.services))}`;
    this.#line(ready === services.length ? pc.green(text) : pc.red(text));
    this.#settled = true;
  };

  /** How the warm stack of this checkout serves the run. */
  readonly onWarm = (message: string): void => this.#line(message);

  #service(name: string, readiness: Readiness): void {
    const label = name.padEnd(this.#width);
    if (readiness.state === 'ready' && !this.#settled) {
      this.#line(`${label}  ${pc.green('ready')}  ${seconds(readiness.startedInMs)}`);
    }
    if (isLeftOut(this.manifest.services[name])) return;
    if (readiness.state === 'down' || readiness.state === 'degraded') {
      this.#line(`${label}  ${pc.red(readiness.state)}  ${describeEvidence(readiness.evidence)}`);
    }
  }

  #line(text: string): void {
    process.stdout.write(`${pc.dim('groundwork')}  ${text}\n`);
  }
}

/** Which services are something else than a process of this machine: a pass on such a one says less. */
function launchersOf(services: readonly ServiceState[]): string {
  const other = services.filter(({ launcher }) => launcher !== 'process');
  const named = other.map(({ name, launcher }) => `${name} ${launcher === 'none' ? 'left out' : launcher}`);
  const rest = other.length < services.length ? '; the rest processes' : '';
  return other.length === 0 ? '' : ` (${named.join(', ')}${rest})`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
