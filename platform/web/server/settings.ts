/** What the server is told by its environment. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly apiUrl: string;
}

/** Reads the environment; throws an error that names the variable and the repair. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    host: env['HOST'] ?? '127.0.0.1',
    port: readPort(env['PORT']),
    apiUrl: readApiUrl(env['API_URL']),
  };
}

function readPort(value: string | undefined): number {
  const port = Number(value ?? '0');
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(
    `PORT is "${value}": set it to a number from 0 to 65535 (0 takes any free port).`,
  );
}

function readApiUrl(value: string | undefined): string {
  if (value === undefined || value === '') {
    throw new Error('API_URL is missing: set it to the public origin of the API gateway.');
  }
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.origin;
  throw new Error(
    `API_URL is "${value}": set it to an http or https address, such as http://127.0.0.1:4000.`,
  );
}
