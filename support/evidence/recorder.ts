import type { APIRequestContext, Browser, BrowserContext, Request, Response } from '@playwright/test';
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { describeError } from '../errors/describe-error';
import { writeOrTell } from '../errors/full-disk';
import type { ServiceMap } from '../needs/service-of-url';
import { traceOfAnswer } from '../traces/trace-of-answer';
import { speaksAgainst, type Observation, type Trouble } from './observation';
import { PageNotes } from './page-notes';
import { readProblem } from './problem-of-answer';
import { watchFetch, type Asked } from './watch-fetch';

const MOST_TROUBLE = 50;

// A request that the page gave up after so long (ms) was waiting for an answer.
const LONG_UNANSWERED = 1_000;

/** Records what the tests of one worker see of the platform on the network, one test at a time. */
export class Recorder {
  #from = 0;
  #touched = new Set<string>();
  #trouble: Trouble[] = [];
  #traces = new Set<string>();
  #pages = new PageNotes();
  #pending: Promise<void>[] = [];

  constructor(
    private readonly map: () => ServiceMap,
    private readonly file: string,
  ) {}

  /** A test begins: what was seen before is not its own. */
  begin(): void {
    this.#from = Date.now();
    this.#touched = new Set();
    this.#trouble = [];
    this.#traces = new Set();
    this.#pages = new PageNotes();
    this.#pending = [];
  }

  /** The test's end: writes what it saw, at once, so that a worker that dies loses nothing. */
  async end(test: string, retry: number): Promise<void> {
    await Promise.all(this.#pending);
    const touched = [...this.#touched].sort();
    const pages = this.#pages.all;
    if (touched.length + this.#trouble.length + Object.keys(pages).length === 0) return;
    const span = { from: this.#from, to: Date.now() };
    const seen = { touched, trouble: this.#trouble, traces: [...this.#traces] };
    const observation: Observation = { test, retry, ...span, ...seen, ...pages };
    // A full disk loses the observation; the test may still have passed.
    writeOrTell(path.dirname(this.file), 'an observation', () => {
      mkdirSync(path.dirname(this.file), { recursive: true });
      appendFileSync(this.file, `${JSON.stringify(observation)}\n`);
    });
  }

  /** Listens to every context that a browser opens from now on. */
  watchBrowser(browser: Browser): void {
    browser.on('context', (context) => this.#watchContext(context));
  }

  /** Listens to a request context, which has no events: its `fetch` is where all its methods meet. */
  watchRequests(context: APIRequestContext): void {
    const original = context.fetch.bind(context);
    context.fetch = async (target, options) => {
      const url = typeof target === 'string' ? target : target.url();
      const method = options?.method ?? 'GET';
      try {
        const answer = await original(target, options);
        this.#noteTrace(answer.headers());
        this.#answered({ url: answer.url(), method }, answer.status(), () => answer.text());
        return answer;
      } catch (error) {
        this.#failed({ url, method }, describeError(error));
        throw error;
      }
    };
  }

  /** Listens to what this worker itself asks by `fetch`, as sign-in and tenant strategies do. */
  watchFetch(): void {
    watchFetch({
      sent: ({ url }) => void this.#touch(url),
      answered: (asked, status, headers) => {
        if (this.#touch(asked.url).length > 0) this.#noteTrace(headers);
        this.#answered(asked, status, NO_BODY);
      },
      failed: (asked, error) => this.#failed(asked, error),
    });
  }

  #watchContext(context: BrowserContext): void {
    // Not only what was answered: a page may be closed before.
    context.on('request', (request) => this.#touch(request.url()));
    context.on('page', (page) => page.on('crash', () => this.#pages.crashed()));
    context.on('response', (response) => this.#onResponse(response));
    context.on('requestfailed', (request) => this.#onFailed(request));
    this.watchRequests(context.request);
  }

  #onResponse(response: Response): void {
    const request = { url: response.url(), method: response.request().method() };
    if (this.#touch(request.url).length > 0) this.#noteTrace(response.headers());
    this.#pending.push(this.#pages.note(response).catch(() => undefined));
    if (!speaksAgainst(response.status())) return;
    // An answer that a test has mocked comes from no address and proves nothing of a service.
    const real = response.serverAddr().then((address) => {
      if (address) this.#answered(request, response.status(), () => response.text());
    });
    this.#pending.push(real.catch(() => undefined));
  }

  #onFailed(request: Request): void {
    const error = request.failure()?.errorText ?? '';
    if (error.includes('ERR_NETWORK_CHANGED')) this.#pages.networkChanged();
    this.#touch(request.url());
    // The page itself went away or gave up: that says nothing of the service, unless it had waited long.
    const isAborted = /ERR_ABORTED|NS_BINDING_ABORTED|cancelled/i.test(error);
    const { startTime, responseStart } = request.timing();
    if (isAborted && (responseStart > 0 || startTime <= 0 || Date.now() - startTime < LONG_UNANSWERED)) return;
    this.#failed({ url: request.url(), method: request.method() }, error);
  }

  #noteTrace(headers: Readonly<Record<string, string>>): void {
    const trace = traceOfAnswer(headers);
    if (trace) this.#traces.add(trace);
  }

  #touch(url: string): readonly string[] {
    const services = this.map().servicesOf(url);
    for (const service of services) this.#touched.add(service);
    return services;
  }

  #answered(request: Asked, status: number, body: () => Promise<string>): void {
    const services = this.#touch(request.url);
    if (services.length === 0 || !speaksAgainst(status)) return;
    const at = Date.now();
    const read = readProblem(body).then((named) =>
      this.#note(request, services, { at, what: { kind: 'status', status, named } }),
    );
    this.#pending.push(read);
  }

  #failed(request: Asked, error: string): void {
    const services = this.#touch(request.url);
    if (services.length === 0) return;
    const kind = /ECONNREFUSED|ERR_CONNECTION_REFUSED/.test(error) ? 'refused' : 'unanswered';
    this.#note(request, services, { at: Date.now(), what: { kind, error } });
  }

  #note(request: Asked, services: readonly string[], seen: Pick<Trouble, 'at' | 'what'>): void {
    if (this.#trouble.length >= MOST_TROUBLE) return;
    const path = URL.canParse(request.url) ? new URL(request.url).pathname : request.url;
    this.#trouble.push({ method: request.method, path, services, ...seen });
  }
}

const NO_BODY = (): Promise<string> => Promise.resolve('');
