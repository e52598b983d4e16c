/** A request to the platform, by path or whole address. */
export interface Asking {
  readonly method: string;
  readonly url: string;
  /** An access token; without it nobody asks. */
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or a form with files. */
  readonly body?: unknown;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

async function firstOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}

/** Asks, and reads the answer to its end; of a stream of events, which has none, the first piece. */
export async function ask({ method, url, token, headers, body }: Asking): Promise<Answer> {
  const isForm = body instanceof FormData;
  const response = await fetch(url, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  const type = response.headers.get('content-type') ?? '';
  const text = type.includes('event-stream') ? await firstOf(response) : await response.text();
  return { status: response.status, type, text };
}

/**
 * Asks for what must work; `T` is what the contract says of the answer.
 *
 * @throws Error with status and body when it did not.
 */
export async function mustGet<T>(asking: Asking): Promise<T> {
  const { status, text } = await ask(asking);
  if (status >= 300) throw new Error(`${asking.method} ${asking.url} answered ${status}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** `403 missing-right`, or the status alone where the answer is no problem. */
export function verdictOf({ status, type, text }: Answer): string {
  if (!type.includes('problem+json')) return String(status);
  return `${status} ${(JSON.parse(text) as { code: string }).code}`;
}
