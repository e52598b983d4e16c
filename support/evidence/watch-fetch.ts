import { subscribe } from 'node:diagnostics_channel';
import { describeError } from '../errors/describe-error';
import { field } from '../data/field';

/** A request by its address and method. */
export interface Asked {
  readonly url: string;
  readonly method: string;
}

/** Who hears of this process's own requests. */
export interface FetchListener {
  sent(asked: Asked): void;
  answered(asked: Asked, status: number, headers: Readonly<Record<string, string>>): void;
  failed(asked: Asked, error: string): void;
}

/**
 * Tells of every request that this process makes by `fetch`, as sign-in and tenant strategies do.
 * Node publishes them on channels, so that nothing has to be replaced.
 */
export function watchFetch(listener: FetchListener): void {
  subscribe('undici:request:create', (message) => listener.sent(askedOf(message)));
  subscribe('undici:request:headers', (message) => {
    const response = field(message, 'response');
    listener.answered(askedOf(message), Number(field(response, 'statusCode')), headersOf(field(response, 'headers')));
  });
  subscribe('undici:request:error', (message) => listener.failed(askedOf(message), describeError(field(message, 'error'))));
}

function askedOf(message: unknown): Asked {
  const request = field(message, 'request');
  const [origin, path, method] = ['origin', 'path', 'method'].map((name) => String(field(request, name)));
  return { url: `${origin}${path}`, method: method ?? 'GET' };
}

/** Names and values follow each other, as bytes. */
function headersOf(raw: unknown): Readonly<Record<string, string>> {
  const texts = Array.isArray(raw) ? raw.map(String) : [];
  return Object.fromEntries(
    texts.flatMap((name, index) => (index % 2 === 0 ? [[name.toLowerCase(), texts[index + 1] ?? '']] : [])),
  );
}
