import type { RecordedAnswer } from './compare';
import { operationsOf } from './coverage';
import type { Contract } from './contract';

/** One request of a script. */
export interface Ask {
  readonly method?: string;
  /** Path with its query, at the service. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Names of fields of the answer that are another each time, beyond ids and instants. */
  readonly vague?: readonly string[];
}

/** What a script of exchanges is given. */
export interface ExchangeKit {
  /** Asks the service; the answer is recorded, or compared with what was recorded. */
  send(ask: Ask): Promise<{ readonly status: number; readonly headers: Headers; readonly body: unknown }>;
  /** Base URL of a service of the stack. */
  url(service: string): string;
  /** The value of `{{secret.<name>}}` in this stack. */
  secret(name: string): string;
}

/** A script of exchanges with one service. */
export type Exchanges = (kit: ExchangeKit) => Promise<void>;

/**
 * The exchanges by which a mock is held to its service: sent to the real one when recording, and to the
 * mock when verifying. They build on one another, as ids come from answers.
 *
 * @example
 * export default defineExchanges(async ({ send }) => {
 *   const { body } = await send({ method: 'POST', path: '/items', body: { name: 'Aspirin' } });
 *   await send({ path: `/items/${(body as Item).id}` });
 * });
 */
export function defineExchanges(exchanges: Exchanges): Exchanges {
  return exchanges;
}

/** Where exchanges are run. */
export interface ExchangePlace extends Pick<ExchangeKit, 'url' | 'secret'> {
  readonly service: string;
  readonly contract: Contract;
}

/** Runs a script and returns what was answered, in order. */
export async function runExchanges(exchanges: Exchanges, place: ExchangePlace): Promise<readonly RecordedAnswer[]> {
  const answers: RecordedAnswer[] = [];
  const send = async ({ method = 'GET', path, headers = {}, body, vague }: Ask) => {
    const all = new Headers(headers);
    if (body !== undefined) all.set('content-type', 'application/json');
    const init = { method, headers: all, body: body === undefined ? undefined : JSON.stringify(body) };
    const response = await fetch(`${place.url(place.service)}${path}`, { ...init, redirect: 'manual' });
    const type = (response.headers.get('content-type') ?? '').replace(/;.*$/, '').trim();
    const text = await response.text();
    const answer = text === '' ? undefined : /json/.test(type) ? (JSON.parse(text) as unknown) : text;
    answers.push({ ask: askOf(method, path, place.contract), status: response.status, type, body: answer, vague });
    return { status: response.status, headers: response.headers, body: answer };
  };
  await exchanges({ send, url: place.url, secret: place.secret });
  return answers;
}

/** The operation that a request is of, so that ids stand in no recording; the path itself where there is none. */
function askOf(method: string, path: string, contract: Contract): string {
  const asked = path.replace(/\?.*$/, '');
  const found = operationsOf(contract).find((one) => {
    const [verb, template = ''] = one.split(' ');
    return verb === method && new RegExp(`^${template.replace(/[.+*?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]*\}/g, '[^/]+')}$`).test(asked);
  });
  return found ?? `${method} ${asked}`;
}
