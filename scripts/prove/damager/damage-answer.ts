import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { damageBody } from './damage-body';
import { damagedStatus, isSuccess, type Kind } from './damage';

/** What an answer was, told when its head is written or, where its body is changed, at its end. */
export interface Answered {
  /** The true one. */
  readonly status: number;
  readonly hasBody: boolean;
  readonly damaged: boolean;
}

type Chunk = string | Uint8Array;

/**
 * Makes an answer wrong on its way out. A body that is changed is held back until it is whole, but
 * for a stream of events, whose every event is changed as it goes.
 *
 * @param kind how; `undefined` to look only
 */
export function damageAnswer(response: ServerResponse, kind: Kind | undefined, tell: (answered: Answered) => void): void {
  const writeHead = response.writeHead.bind(response);
  // One of Node's several forms: a status, maybe a message, maybe headers.
  response.writeHead = (status: number, ...rest: readonly unknown[]) => {
    response.writeHead = writeHead;
    const headers = rest.find((one) => typeof one === 'object') as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value);
    const type = String(response.getHeader('content-type') ?? '');
    const hasBody = type !== '' && status !== 204;
    if (kind === 'body' && isSuccess(status) && hasBody) {
      response.removeHeader('content-length');
      response.statusCode = status;
      const told = (damaged: boolean) => tell({ status, hasBody, damaged });
      if (type.startsWith('text/event-stream')) changeChunks(response, type, told);
      else holdBack(response, type, told);
      return response;
    }
    const given = kind ? damagedStatus(kind, status) : status;
    tell({ status, hasBody, damaged: given !== status });
    return writeHead(given);
  };
}

function changeChunks(response: ServerResponse, type: string, tell: (damaged: boolean) => void): void {
  const write = response.write.bind(response);
  response.write = (chunk: Chunk) => {
    const damaged = damageBody(type, Buffer.from(chunk));
    if (damaged) tell(true);
    return write(damaged ?? chunk);
  };
  response.flushHeaders();
}

function holdBack(response: ServerResponse, type: string, tell: (damaged: boolean) => void): void {
  const chunks: Buffer[] = [];
  const end = response.end.bind(response);
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.flushHeaders = () => undefined;
  response.write = (chunk: Chunk) => {
    keep(chunk);
    return true;
  };
  response.end = (chunk?: unknown) => {
    keep(chunk);
    const body = Buffer.concat(chunks);
    const damaged = damageBody(type, body);
    tell(damaged !== undefined);
    return end(damaged ?? body);
  };
}
