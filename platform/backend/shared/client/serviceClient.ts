import { z } from 'zod';

import { IDENTITY_HEADER } from '../identity/identity';
import { identityTokens } from '../identity/token';
import { outgoingTraceHeaders } from '../middleware/traceContext';
import { Problem, UNAVAILABLE, unavailable } from '../problems/problem';
import { reasonOf } from '../problems/reason';

/** Which peer is called, by whom. */
export interface PeerOptions {
  readonly self: string;
  readonly peer: string;
  readonly url: string;
  readonly internalKey: string;
  readonly timeoutMs?: number;
  /** Sends the requests; Node's own when nothing is said. */
  readonly fetch?: typeof fetch;
}

/** One call to a peer. */
export interface PeerCall<S extends z.ZodType> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** The schema of the answer; its content is never believed unseen. */
  readonly answer: S;
}

/** Calls another service in this service's own name. */
export interface ServiceClient {
  call<S extends z.ZodType>(call: PeerCall<S>): Promise<z.output<S>>;
}

/** The schema of an answer without a body. */
export const noContent = z.undefined();

const problemBody = z.object({
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  service: z.string(),
});
const RENEW_AFTER_MS = 30_000;

function reusableToken({ internalKey, self }: PeerOptions): () => Promise<string> {
  const tokens = identityTokens(internalKey);
  let made = Number.NEGATIVE_INFINITY;
  let token: Promise<string> | undefined;
  return () => {
    if (token === undefined || performance.now() - made > RENEW_AFTER_MS) {
      made = performance.now();
      token = tokens.forService(self);
    }
    return token;
  };
}

const PASSED_ON = [404, 409, 410, 422] as const;

async function problemOf(response: Response, peer: string): Promise<Problem> {
  const body = problemBody.safeParse(await response.json().catch(() => undefined));
  if (!body.success) return unavailable(peer, `it answered ${response.status} without a reason`);
  const { code, detail, service } = body.data;
  // It names the real culprit already, which may stand behind the peer.
  if (code === UNAVAILABLE.code) {
    return new Problem(UNAVAILABLE, detail, { service, retryAfterSeconds: 2 });
  }
  const status = PASSED_ON.find((known) => known === response.status);
  if (status !== undefined) return new Problem({ status, code }, detail, { service });
  return unavailable(service, `it answered ${response.status} (${detail})`);
}

/** Makes the client of one peer. */
export function serviceClient(options: PeerOptions): ServiceClient {
  const token = reusableToken(options);
  const send = async (call: PeerCall<z.ZodType>): Promise<Response> => {
    const headers = {
      ...outgoingTraceHeaders(),
      [IDENTITY_HEADER]: await token(),
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const ask = options.fetch ?? fetch;
    return ask(`${options.url}${call.path}`, {
      method: call.method ?? 'GET',
      headers,
      body: call.body === undefined ? undefined : JSON.stringify(call.body),
      signal: AbortSignal.timeout(options.timeoutMs ?? 5_000),
    });
  };
  return {
    call: async (call) => {
      const response = await send(call).catch((error: unknown) => {
        throw unavailable(options.peer, reasonOf(error), error);
      });
      if (!response.ok) throw await problemOf(response, options.peer);
      const body: unknown = response.status === 204 ? undefined : await response.json();
      const answer = call.answer.safeParse(body);
      if (answer.success) return answer.data;
      throw unavailable(options.peer, 'its answer has an unknown form', answer.error);
    },
  };
}
