import pino from 'pino';

import { currentTrace } from '../middleware/traceContext';

/** A structured logger: one JSON object a line on standard output. */
export type Logger = pino.Logger;

type Told = (fields: Readonly<Record<string, unknown>>, text: string) => void;

/** What is needed of a {@link Logger} while requests are answered. */
export type RequestLogger = Readonly<Record<'debug' | 'info' | 'warn' | 'error', Told>>;

const HIDDEN = ['password', 'token', 'accessToken', 'refreshToken', 'secret', 'authorization'];

/** Makes the logger of one service; a line inside a request carries its trace id. */
export function createLogger(service: string, level: string): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => {
      const trace = currentTrace();
      return trace ? { traceId: trace.traceId } : {};
    },
    redact: { paths: HIDDEN.flatMap((key) => [key, `*.${key}`]), censor: '[hidden]' },
  };
  // Written at once: a buffered line is lost in a crash, and flushing it into a pipe whose reader
  // is gone keeps the process from ending.
  return pino(options, pino.destination({ dest: 1, sync: true }));
}

const OPAQUE = /[\w%-]{32,}/g;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * A request path fit for a log: the token of an invitation link is a secret, also where the address
 * around it was mistyped. Ids stay.
 */
export function loggablePath(path: string): string {
  return path
    .replace(/(\/invitations\/+)[^/]+/i, '$1[hidden]')
    .replace(OPAQUE, (segment) => (UUID.test(segment) ? segment : '[hidden]'));
}
