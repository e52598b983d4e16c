import { errorCode, reasonOf } from '../problems/reason';

// SQLSTATE classes and codes that mean "the server is not there (yet)", not "the query is wrong".
const SERVER_STATES = /^(08|57P0|53300|3D000|28)/;
const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const DRIVER_TEXTS =
  /connection terminated|timeout exceeded when trying|encountered a connection error/i;

/** Whether an error says that the database is out of reach, rather than a query wrong. */
export function isConnectionError(error: unknown): boolean {
  const code = errorCode(error);
  if (code !== undefined && (SERVER_STATES.test(code) || SOCKET_CODES.has(code))) return true;
  return DRIVER_TEXTS.test(reasonOf(error));
}

/** Whether an error is the violation of the named unique constraint. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return (
    errorCode(error) === '23505' &&
    error instanceof Error &&
    'constraint' in error &&
    error.constraint === constraint
  );
}
