/** What one start of the PostgreSQL program was asked for. */
export interface PostgresRequest {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly databases: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  readonly cache: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** User and password when the manifest names none: the server is on loopback and holds test data only. */
export const defaultCredentials = { user: 'groundwork', password: 'groundwork' } as const;

const loopback = /^(127(\.\d{1,3}){3}|::1|localhost)$/;
const settingName = /^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/i;
const maxIdentifierBytes = 63;

function list(text: string | undefined): readonly string[] {
  const parts = (text ?? '').split(',').map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

function isIdentifier(name: string): boolean {
  return !/[\p{Cc}]/u.test(name) && name !== '' && Buffer.byteLength(name) <= maxIdentifierBytes;
}

function settingOf(entry: string): readonly [string, string] {
  const at = entry.indexOf('=');
  return at < 0 ? [entry, ''] : [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
}

function problemsOf(request: PostgresRequest, env: Environment): readonly string[] {
  const reserved = request.databases.filter((name) => /^template[01]$/.test(name));
  const badNames = [request.user, ...request.databases].filter((name) => !isIdentifier(name));
  const badSettings = list(env['POSTGRES_SETTINGS']).filter(
    (entry) => !entry.includes('=') || !settingName.test(settingOf(entry)[0]),
  );
  const portIsFine = request.port >= 1 && request.port <= 65_535;
  return [
    ...(portIsFine ? [] : [`PORT must be 1 to 65535, not "${env['PORT'] ?? ''}"`]),
    ...(loopback.test(request.host)
      ? []
      : [`HOST must be a loopback address, not "${request.host}"`]),
    ...(request.databases.length > 0 ? [] : ['POSTGRES_DATABASES must name at least one database']),
    ...badNames.map((name) => `"${name}" cannot be a name: 1 to 63 bytes, no control characters`),
    ...reserved.map((name) => `POSTGRES_DATABASES: "${name}" belongs to PostgreSQL itself`),
    ...badSettings.map((entry) => `POSTGRES_SETTINGS: "${entry}" is not name=value`),
    ...(/[\r\n\0]/.test(request.password) ? ['POSTGRES_PASSWORD must be one line'] : []),
  ];
}

/** Reads a start's request from its environment; throws one error that lists everything wrong with it. */
export function readRequest(env: Environment): PostgresRequest {
  const port = (env['PORT'] ?? '').trim();
  const request: PostgresRequest = {
    host: env['HOST'] || '127.0.0.1',
    port: /^\d+$/.test(port) ? Number(port) : 0,
    user: env['POSTGRES_USER'] || defaultCredentials.user,
    password: env['POSTGRES_PASSWORD'] || defaultCredentials.password,
    databases: list(env['POSTGRES_DATABASES']),
    settings: Object.fromEntries(list(env['POSTGRES_SETTINGS']).map(settingOf)),
    cache: env['POSTGRES_CACHE'] || undefined,
  };
  const problems = problemsOf(request, env);
  if (problems.length > 0) {
    throw new Error(`PostgreSQL cannot start with this environment: ${problems.join('; ')}.`);
  }
  return request;
}
