/** The database that is asked, and how long it may take in all. */
export interface PostgresProbeTarget {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly timeoutMs: number;
}

/** What one question to the database told. */
export type PostgresProbeResult =
  { readonly kind: 'ready' } | { readonly kind: 'down'; readonly reason: string };

function reasonOf(error: unknown, target: PostgresProbeTarget): string {
  const where = `${target.host}:${target.port}`;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ECONNREFUSED') {
    return `nothing listens on ${where}`;
  }
  if (/time-?out/i.test(message)) {
    return `${where} did not answer within ${target.timeoutMs} ms`;
  }
  return `${where} database "${target.database}": ${message}${code === '' ? '' : ` (${code})`}`;
}

/** Signs in to the database and asks it one question; never throws. */
export async function probePostgres(target: PostgresProbeTarget): Promise<PostgresProbeResult> {
  const { Client } = await import('pg');
  const { timeoutMs, ...connection } = target;
  const client = new Client({
    ...connection,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
  });
  // A connection that breaks while idle is reported here; unheard it would end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return { kind: 'ready' };
  } catch (error) {
    return { kind: 'down', reason: reasonOf(error, target) };
  } finally {
    await client.end().catch(() => undefined);
  }
}
