import { once } from 'node:events';

import type { HttpBindings } from '@hono/node-server';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import type { ServiceEnv } from '../identity/guards';
import { invalidInput, tooLarge } from '../problems/answer';

export { createRoute, z };

const LONGEST_REST_MS = 2_000;

/** The routes of a service; their schemas validate requests and make the OpenAPI document. */
export type Api = OpenAPIHono<ServiceEnv>;

/** An empty {@link Api} whose inputs are refused with the problem `invalid-input`. */
export function createApi(): Api {
  return new OpenAPIHono<ServiceEnv>({
    strict: false,
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error);
    },
  });
}

// What stays unread of a body stands before the next request of its connection, which would then
// break: a peer's keep-alive connection carries requests of other users.
async function discardRest(incoming?: HttpBindings['incoming']): Promise<void> {
  if (!incoming || incoming.complete) return;
  const over = new AbortController();
  const limit = setTimeout(() => over.abort(), LONGEST_REST_MS);
  // Whoever read the body so far pauses it when nobody takes its data any more.
  incoming.on('pause', () => incoming.removeAllListeners('data').resume()).resume();
  await once(incoming, 'close', { signal: over.signal }).catch(() => undefined);
  clearTimeout(limit);
}

/** Refuses bodies above a size. */
export function limitBody(bytes: number) {
  return bodyLimit({
    maxSize: bytes,
    onError: async (c: Context<ServiceEnv>) => {
      await discardRest(c.env.incoming);
      throw tooLarge(bytes);
    },
  });
}

/** A request body in JSON. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } };
}

/** An answer in JSON. */
export function jsonAnswer<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** Path parameters of a resource. */
export const idParams = z.object({ id: z.uuid() });

/** An instant as ISO 8601 text. */
export const instant = z.iso.datetime();

/** The document's form of a problem answer. */
export const problemSchema = z
  .object({
    type: z.url(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    service: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');
