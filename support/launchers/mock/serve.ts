import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { MockLog, OpenMock } from '../../mocks/define-mock';
import type { MockAnswer } from '../../mocks/answer';
import { noHandler, problemAnswer } from './problem-answer';

/** What a stand-in serves. */
export interface Served {
  readonly service: string;
  readonly mock: Pick<OpenMock, 'answer'>;
  /** Answers that are the frame's own, by path: health and document. */
  readonly own: Readonly<Record<string, () => unknown>>;
  readonly log: MockLog;
}

const REQUEST_ID = /^[\w.-]{1,128}$/;

/** Answers one request of Node's server by the mock's handlers. */
export async function serveRequest(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const started = performance.now();
  const path = (request.url ?? '/').replace(/\?.*$/, '');
  const own = request.method === 'GET' ? served.own[path] : undefined;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    if (own) send(response, Response.json(own()));
    else await pass(await answerOf(served, request, gone.signal), request, response);
  } catch (error) {
    // Whoever asked is gone: nothing is wrong with the answer.
    if (!gone.signal.aborted) served.log.error({ err: error }, 'the answer could not be sent');
    response.destroy();
  }
  discardRest(request);
  const ms = Math.round((performance.now() - started) * 10) / 10;
  const level = path.startsWith('/health/') ? 'debug' : 'info';
  served.log[level]({ method: request.method, path, status: response.statusCode, ms }, 'request');
}

async function answerOf({ service, mock, log }: Served, request: IncomingMessage, signal: AbortSignal): Promise<MockAnswer> {
  const { method = 'GET', url = '/' } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? (Readable.toWeb(request) as unknown as RequestInit['body']) : undefined;
  const init = { method, headers: headersOf(request), signal, body, ...(hasBody ? { duplex: 'half' } : {}) };
  try {
    const answer = await mock.answer({ url, init });
    if (answer.kind !== 'unhandled') return answer;
    return { kind: 'answer', response: noHandler(service, method, url.replace(/\?.*$/, '')) };
  } catch (error) {
    log.error({ err: error, method, path: url }, 'a handler failed');
    const detail = `A handler of the mock of ${service} failed on ${method} ${url}; its log has the reason.`;
    return { kind: 'answer', response: problemAnswer({ service, status: 500, code: 'handler-failed', detail }) };
  }
}

// What a handler leaves unread of a body stands before the next request of its connection.
function discardRest(request: IncomingMessage): void {
  if (request.complete) return;
  // Who read the body so far pauses it when nobody takes its data any more.
  request.on('pause', () => request.removeAllListeners('data').resume()).resume();
}

async function pass(answer: MockAnswer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (answer.kind === 'broken') return void response.destroy();
  if (answer.kind !== 'answer') throw new Error('passthrough() leads nowhere in a stand-in: there is no real service behind it.');
  const id = request.headers['x-request-id'];
  response.setHeader('x-request-id', typeof id === 'string' && REQUEST_ID.test(id) ? id : randomUUID());
  await send(response, answer.response, request.method === 'HEAD');
}

async function send(response: ServerResponse, answer: Response, withoutBody = false): Promise<void> {
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.writeHead(answer.status, answer.statusText || undefined);
  if (!answer.body || withoutBody) return void response.end();
  // The head goes out now: a stream may have nothing to say for long.
  response.flushHeaders();
  await pipeline(Readable.fromWeb(answer.body as ReadableStream), response);
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  return headers;
}
