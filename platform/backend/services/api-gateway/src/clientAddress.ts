import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** The network address of the client; clients are not believed about it. */
export function clientAddress(c: Context): string {
  return getConnInfo(c).remote.address ?? 'unknown';
}
