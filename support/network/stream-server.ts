import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { listenOnLoopback } from '../stack/keeper/listen-on-loopback';

/** An answer whose body goes on; `headers` as the page is to see them. */
export interface StreamedAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly stream: ReadableStream<Uint8Array>;
}

/**
 * Gives bodies to a page bit by bit, which Playwright's `fulfill` cannot: the page's request is sent on to
 * this server, and the page sees its answer as one from the address that it asked.
 */
export class StreamServer {
  readonly #answers = new Map<string, StreamedAnswer>();
  #server: http.Server | undefined;
  #url: Promise<string> | undefined;

  /** The address at which a page finds the answer, once. */
  async serve(answer: StreamedAnswer): Promise<string> {
    const url = await (this.#url ??= this.#listen());
    const key = randomUUID();
    this.#answers.set(`/${key}`, answer);
    return `${url}/${key}`;
  }

  /** Ends what still streams. */
  close(): void {
    for (const { stream } of this.#answers.values()) void stream.cancel().catch(() => undefined);
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  #listen(): Promise<string> {
    this.#server = http.createServer((request, response) => void this.#answer(request, response));
    return listenOnLoopback(this.#server);
  }

  async #answer({ url = '' }: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const answer = this.#answers.get(url);
    this.#answers.delete(url);
    if (!answer) return void response.writeHead(404).end();
    for (const [name, value] of answer.headers) response.appendHeader(name, value);
    response.writeHead(answer.status).flushHeaders();
    // The page may leave at any time; the pipeline then cancels the stream.
    await pipeline(Readable.fromWeb(answer.stream as WebStream), response).catch(() => undefined);
  }
}
