import { Migrator, sql } from 'kysely';
import type { Kysely, Migration } from 'kysely';

/** Migrations of one service by name, in the order of their names. */
export type Migrations = Readonly<Record<string, Migration>>;

/** The table that notes which migrations ran: per service, as services may share a database. */
export function migrationTable(service: string): string {
  return `${service.replaceAll('-', '_')}_migration`;
}

/** Brings the database's tables up to date; several processes may try at once. */
export async function migrate(
  db: Kysely<unknown>,
  service: string,
  migrations: Migrations,
): Promise<readonly string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableName: migrationTable(service),
    migrationLockTableName: `${migrationTable(service)}_lock`,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  const failed = results.find(({ status }) => status === 'Error');
  if (error) {
    const name = failed ? `Migration "${failed.migrationName}"` : 'The migration';
    throw new Error(`${name} of ${service} failed. Mend it or restore the database.`, {
      cause: error,
    });
  }
  return results.map(({ migrationName }) => migrationName);
}

/** The name of the last migration that the database knows. */
export async function lastMigration(
  db: Kysely<unknown>,
  service: string,
): Promise<string | undefined> {
  const table = sql.table(migrationTable(service));
  const { rows } = await sql<{ name: string }>`
    select name from ${table} order by name desc limit 1
  `.execute(db);
  return rows[0]?.name;
}
