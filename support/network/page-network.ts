import type { BrowserContext, Request as PageRequest, Route } from '@playwright/test';
import { answerWith, type MockAnswer } from '../mocks/answer';
import type { MockHandler } from '../mocks/mock-http';
import type { HttpHandler, WebSocketHandler } from '../mocks/msw';
import { addressesOf, type MockPath } from './pattern';
import { readBody } from './body';
import { redirected, redirectOf } from './redirect';
import { connectionOf } from './sockets';
import { StreamServer } from './stream-server';

/** A handler for a page: of requests, or of sockets. */
export type PageHandler = MockHandler | WebSocketHandler;

/** What a mocked page cannot be given; told where it is asked for, and at the test's end. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

const MOST_REDIRECTS = 20;

/** Answers requests and sockets of one browser context by handlers of MSW's. */
export class PageNetwork {
  readonly #requests: MockHandler[] = [];
  readonly #sockets: WebSocketHandler[] = [];
  readonly #routed = new Set<string>();
  readonly #streams = new StreamServer();
  readonly #faults: Error[] = [];
  readonly #gone = new Map<PageRequest, AbortController>();

  /** `base`: where paths without an origin are. */
  constructor(
    private readonly context: BrowserContext,
    private readonly base: () => string,
  ) {
    context.on('requestfailed', (request) => this.#gone.get(request)?.abort());
  }

  /** From now on these handlers are asked, before those that were there. */
  async use(handlers: readonly PageHandler[]): Promise<void> {
    const sockets = handlers.filter((one) => one.kind === 'websocket');
    const requests = handlers.filter((one) => one.kind !== 'websocket');
    this.#sockets.unshift(...sockets);
    this.#requests.unshift(...requests);
    for (const { info } of requests) await this.#route(pathOf(info));
    for (const handler of sockets) await this.#routeSocket(handler);
  }

  /** Ends streams; what could not be given is the test's own failure. */
  close(): void {
    for (const controller of this.#gone.values()) controller.abort();
    this.#streams.close();
    const [first] = this.#faults;
    if (first) throw first;
  }

  async #route(path: MockPath): Promise<void> {
    const addresses = addressesOf(path, path instanceof RegExp || !path.startsWith('/') ? '' : this.base());
    if (this.#routed.has(addresses.source)) return;
    this.#routed.add(addresses.source);
    await this.context.route(addresses, (route) => this.#answer(route));
  }

  async #routeSocket(handler: WebSocketHandler): Promise<void> {
    const isMocked = (url: URL) => handler.test(url, { baseUrl: this.base() });
    await this.context.routeWebSocket(isMocked, async (route) => {
      const connection = connectionOf(route);
      const isTaken = await this.#connect(connection);
      if (!isTaken) connection.server.connect();
    });
  }

  async #connect(connection: ReturnType<typeof connectionOf>): Promise<boolean> {
    for (const handler of this.#sockets) {
      const taken = await handler.run(connection as unknown as Parameters<typeof handler.run>[0], { baseUrl: this.base() });
      if (taken) return true;
    }
    return false;
  }

  async #answer(route: Route): Promise<void> {
    const asked = route.request();
    const gone = new AbortController();
    this.#gone.set(asked, gone);
    try {
      await this.#give(route, await requestOf(asked, gone.signal));
    } catch (error) {
      // A page that has left, or the end of the test, needs no answer.
      if (gone.signal.aborted) return;
      this.#faults.push(error instanceof Error ? error : new Error(String(error)));
      await route.abort('failed').catch(() => undefined);
    } finally {
      this.#gone.delete(asked);
    }
  }

  async #give(route: Route, request: Request): Promise<void> {
    const answer = await this.#ask(request);
    if (answer.kind === 'broken') return route.abort('failed');
    if (answer.kind !== 'answer') return route.fallback();
    await this.#fulfil(route, await this.#follow(route, request, answer.response));
  }

  #ask(request: Request): Promise<MockAnswer> {
    return answerWith(this.#requests, request, this.base());
  }

  /** A browser's own next request after a redirect is never routed: one that is mocked too is followed here. */
  async #follow(route: Route, request: Request, response: Response): Promise<Response> {
    let [asked, answer] = [request, response];
    for (let count = 0; count < MOST_REDIRECTS; count += 1) {
      const to = redirectOf(answer, asked.url);
      if (to === undefined) return answer;
      asked = redirected(asked, answer.status, to);
      const next = await this.#ask(asked);
      if (next.kind === 'unhandled' || next.kind === 'passed-on') return answer;
      if (next.kind === 'broken') return Response.error();
      if (route.request().isNavigationRequest()) throw redirectedPage(request.url, to);
      answer = next.response;
    }
    throw new NetworkError(`The mocks of ${request.url} redirect in a circle.`);
  }

  async #fulfil(route: Route, response: Response): Promise<void> {
    if (response.type === 'error') return route.abort('failed');
    const url = route.request().url();
    const body = await readBody(response);
    const cookies = response.headers.getSetCookie();
    const headers = [...response.headers].filter(([name]) => name !== 'set-cookie');
    if (body.kind === 'whole') {
      // Playwright takes several cookies as lines of one header.
      const own = Object.fromEntries([...headers, ...(cookies.length > 0 ? [['set-cookie', cookies.join('\n')]] : [])]);
      return route.fulfill({ status: response.status, headers: own, body: body.bytes });
    }
    if (!url.startsWith('http:')) throw streamOf(url);
    const shared = await crossOrigin(route.request(), response.headers);
    const told = [...headers, ...shared, ...cookies.map((one) => ['set-cookie', one] as const)].map(([name, value]) => [name, value] as const);
    await route.continue({ url: await this.#streams.serve({ status: response.status, headers: told, stream: body.stream }) });
  }
}

function pathOf(info: HttpHandler['info']): MockPath {
  if (typeof info.path === 'string' || info.path instanceof RegExp) return info.path;
  return /.*/;
}

async function requestOf(request: PageRequest, signal: AbortSignal): Promise<Request> {
  const method = request.method();
  const body = method === 'GET' || method === 'HEAD' ? undefined : (request.postDataBuffer() ?? undefined);
  const all = Object.entries(await request.allHeaders()).filter(([name]) => !name.startsWith(':'));
  return new Request(request.url(), { method, headers: all, body: body && new Uint8Array(body), signal });
}

/** What `fulfill` adds by itself: a page of another origin may read the answer. */
async function crossOrigin(request: PageRequest, given: Headers): Promise<readonly (readonly [string, string])[]> {
  const origin = await request.headerValue('origin');
  if (!origin || given.has('access-control-allow-origin')) return [];
  return [
    ['access-control-allow-origin', origin],
    ['access-control-allow-credentials', 'true'],
    ['vary', 'origin'],
  ];
}

function redirectedPage(from: string, to: string): NetworkError {
  return new NetworkError(
    `The mock of ${from} sends a page on to ${to}, which is mocked too: a browser asks the real one there. ` +
      'Let the mock answer with the page itself.',
  );
}

function streamOf(url: string): NetworkError {
  return new NetworkError(`The mock of ${url} answers with a body that goes on, which a page can be given over http only.`);
}
