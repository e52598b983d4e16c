import type { PlatformManifest } from '../manifest/schema';
import { readStateFile } from './run-registry';
import type { StackState } from './stack-state';

/** Addresses of a running stack, read from its state file when first asked for. */
export class StackView {
  #state: StackState | undefined;

  constructor(
    private readonly manifest: Pick<PlatformManifest, 'app' | 'api'>,
    readonly stateFile: string,
  ) {}

  /**
   * Base URL of a service, without a slash at the end.
   *
   * @throws Error that lists the services when there is none of that name.
   */
  url(service: string): string {
    const { services } = this.state;
    const found = services[service];
    if (found) return found.url;
    const names = Object.keys(services).join(', ');
    throw new Error(`There is no service "${service}" in the stack; there are: ${names}.`);
  }

  /** All that the state file says of the stack. */
  get state(): StackState {
    this.#state ??= readStateFile(this.stateFile).stack;
    return this.#state;
  }

  /** The origin of the web app. */
  get appOrigin(): string {
    return new URL(this.#entry('app')).origin;
  }

  /** Base URL for API requests. */
  get apiUrl(): string {
    return this.#entry('api');
  }

  #entry(key: 'app' | 'api'): string {
    const name = this.manifest[key];
    if (name) return this.url(name);
    throw new Error(`The manifest does not say which service is the ${key}: add ${key}: '<service>'.`);
  }
}

/** Stands in where no stack was brought up: every question to it is an error that says so. */
export function outOfStack(): Pick<StackView, 'appOrigin' | 'apiUrl' | 'stateFile' | 'url'> {
  const refuse = (): never => {
    throw new Error(
      'No stack is running: make the configuration with defineConfig of groundwork-e2e/config, ' +
        'and do not run without its global set-up.',
    );
  };
  return {
    url: refuse,
    get appOrigin() {
      return refuse();
    },
    get apiUrl() {
      return refuse();
    },
    get stateFile() {
      return refuse();
    },
  };
}
