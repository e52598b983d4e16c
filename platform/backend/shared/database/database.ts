import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

import type { Logger } from '../logging/logger';
import { errorCode, reasonOf } from '../problems/reason';
import type { Part, PartState } from '../service/part';
import { isConnectionError } from './errors';
import { lastMigration, migrate } from './migrate';
import type { Migrations } from './migrate';

/** How to reach and prepare a service's database. */
export interface DatabaseOptions {
  readonly url: string;
  readonly service: string;
  readonly migrations: Migrations;
  readonly log: Logger;
}

const FIRST_RETRY_MS = 100;
const SLOWEST_RETRY_MS = 1_000;
const UNDEFINED_TABLE = '42P01';

function createPool({ url, service, log }: DatabaseOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 5,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 10_000,
    application_name: service,
    keepAlive: true,
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on('error', (error) => log.warn({ reason: reasonOf(error) }, 'database connection lost'));
  return pool;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

/** A service's database: its queries, and its part in the service's readiness. */
export class Database<Tables> implements Part {
  readonly db: Kysely<Tables>;
  readonly #options: DatabaseOptions;
  readonly #tableless: Kysely<unknown>;
  #preparing: Promise<void> | undefined;
  #obstacle: string | undefined = 'the database was not reached yet';
  #closed = false;

  constructor(options: DatabaseOptions) {
    this.#options = options;
    const dialect = new PostgresDialect({ pool: createPool(options) });
    this.db = new Kysely<Tables>({ dialect });
    this.#tableless = new Kysely<unknown>({ dialect });
  }

  /** Tries until the database answers, then migrates it; several calls share one attempt. */
  start(): Promise<void> {
    this.#preparing ??= this.#prepare().finally(() => {
      this.#preparing = undefined;
    });
    return this.#preparing;
  }

  /** Why queries are useless now: the tables are not there yet. */
  blocked(): string | undefined {
    return this.#obstacle;
  }

  async check(): Promise<PartState> {
    if (this.#obstacle !== undefined) return { status: 'down', reason: this.#obstacle };
    try {
      const expected = Object.keys(this.#options.migrations).sort().at(-1);
      const found = await lastMigration(this.#tableless, this.#options.service);
      if (found === expected) return { status: 'ready' };
    } catch (error) {
      if (errorCode(error) !== UNDEFINED_TABLE) return { status: 'down', reason: reasonOf(error) };
    }
    this.#obstacle = 'its tables are missing and are being made';
    return { status: 'down', reason: this.#obstacle };
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.db.destroy();
  }

  async #prepare(): Promise<void> {
    for (let wait = FIRST_RETRY_MS; !this.#closed; wait = Math.min(wait * 1.5, SLOWEST_RETRY_MS)) {
      this.#obstacle = await this.#attempt();
      if (this.#obstacle === undefined) return this.#options.log.info('database ready');
      await pause(wait);
    }
  }

  async #attempt(): Promise<string | undefined> {
    const { service, migrations, log } = this.#options;
    try {
      const done = await migrate(this.#tableless, service, migrations);
      if (done.length > 0) log.info({ migrations: done }, 'database migrated');
      return undefined;
    } catch (error) {
      // A server that is not there is waited for; a migration that fails never gets better.
      if (!isConnectionError(error)) throw error;
      return reasonOf(error);
    }
  }
}
