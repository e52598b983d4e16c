import { format } from 'node:util';

import type { Logger } from './logger';

/** Puts what libraries print into the log, whose lines all are JSON. */
export function captureConsole(log: Logger): void {
  const record = (...printed: readonly unknown[]): void =>
    log.debug({ printed: format(...printed) }, 'console');
  console.log = record;
  console.info = record;
  console.warn = record;
  console.error = record;
}
