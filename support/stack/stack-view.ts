import type { PlatformManifest } from '../manifest/schema';
import { readStateFile } from './run-registry';
import type { ServiceState, StackState, StateFile } from './stack-state';

/** Addresses of a running stack, read from its state file when first asked for. */
export class StackView {
  #file: StateFile | undefined;

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
    return this.#service(service).url;
  }

  /**
   * The file that holds what a service writes to its standard output and error.
   *
   * @throws Error that lists the services when there is none of that name.
   */
  logFile(service: string): string {
    return this.#service(service).logFile;
  }

  /**
   * The value of `{{secret.<name>}}` in this run: to ask a service as its peers do, for example.
   *
   * @throws Error that lists the secrets when there is none of that name.
   */
  secret(name: string): string {
    const { secrets } = this.#whole;
    const found = secrets[name];
    if (found !== undefined) return found;
    const names = Object.keys(secrets).join(', ') || 'none';
    throw new Error(`No service of the manifest is given {{secret.${name}}}; there are: ${names}.`);
  }

  /**
   * Whether a service is answered for by a mock in this run.
   *
   * @throws Error that lists the services when there is none of that name.
   */
  isMocked(service: string): boolean {
    return this.#service(service).launcher === 'mock';
  }

  /** All that the state file says of the stack. */
  get state(): StackState {
    return this.#whole.stack;
  }

  /** The origin of the web app. */
  get appOrigin(): string {
    return new URL(this.#entry('app')).origin;
  }

  /** Base URL for API requests. */
  get apiUrl(): string {
    return this.#entry('api');
  }

  get #whole(): StateFile {
    this.#file ??= readStateFile(this.stateFile);
    return this.#file;
  }

  #service(name: string): ServiceState {
    const { services } = this.state;
    const found = services[name];
    if (found) return found;
    const names = Object.keys(services).join(', ');
    throw new Error(`There is no service "${name}" in the stack; there are: ${names}.`);
  }

  #entry(key: 'app' | 'api'): string {
    const name = this.manifest[key];
    if (name) return this.url(name);
    throw new Error(`The manifest does not say which service is the ${key}: add ${key}: '<service>'.`);
  }
}

/** Stands in where no stack was brought up: every question to it is an error that says so. */
export function outOfStack(): Pick<StackView, 'appOrigin' | 'apiUrl' | 'stateFile' | 'url' | 'logFile' | 'secret' | 'isMocked'> {
  const refuse = (): never => {
    throw new Error(
      'No stack is running: make the configuration with defineConfig of groundwork-e2e/config, ' +
        'and do not run without its global set-up.',
    );
  };
  return {
    url: refuse,
    logFile: refuse,
    secret: refuse,
    isMocked: refuse,
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
