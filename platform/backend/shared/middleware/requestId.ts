import { randomUUID } from 'node:crypto';

const HARMLESS = /^[\w.-]{1,128}$/;

/** The id of a request: the caller's own when it is harmless, else a new one. */
export function requestIdOf(given: string | undefined): string {
  return given !== undefined && HARMLESS.test(given) ? given : randomUUID();
}
