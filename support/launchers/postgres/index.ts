import path from 'node:path';
import { defaultCredentials } from './request';

/** What a manifest says about its PostgreSQL service. */
export interface PostgresOptions {
  readonly databases: readonly string[];
  readonly user?: string;
  readonly password?: string;
  /** Server settings such as `{ log_statement: 'all' }`; they win over the launcher's own. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /** Folder for the cached programs and clusters, instead of the usual place. */
  readonly cache?: string;
}

/** Command and environment of a process launch; the launcher adds `PORT`. */
export interface PostgresLaunch {
  readonly command: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
}

/** The program beside this file: compiled where this is compiled. */
const program = path.join(__dirname, `main${path.extname(__filename)}`);

/** Describes a real PostgreSQL server, from npm packages, as a process that a manifest can launch. */
export function postgres(options: PostgresOptions): PostgresLaunch {
  const settings = Object.entries(options.settings ?? {});
  return {
    command: [process.execPath, program],
    env: {
      POSTGRES_USER: options.user ?? defaultCredentials.user,
      POSTGRES_PASSWORD: options.password ?? defaultCredentials.password,
      POSTGRES_DATABASES: options.databases.join(','),
      ...(settings.length === 0
        ? {}
        : { POSTGRES_SETTINGS: settings.map(([name, value]) => `${name}=${value}`).join(',') }),
      ...(options.cache === undefined ? {} : { POSTGRES_CACHE: options.cache }),
    },
  };
}
