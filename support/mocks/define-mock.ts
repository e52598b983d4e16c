import type { AnyApiSpec } from 'openapi-msw';
import { answerWith, type MockAnswer } from './answer';
import { httpAt, type MockHandler, type MockHttp } from './mock-http';

/** Writes one line of a service's log. */
export type MockLog = Readonly<
  Record<'debug' | 'info' | 'warn' | 'error', (fields: Readonly<Record<string, unknown>>, text: string) => void>
>;

/** What surrounds a mock: the same for a stand-in server and for a page. */
export interface MockSurroundings {
  /** The environment that the real service gets, without what leads to a database. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: MockLog;
  /** Calls other services at the addresses of `env`, whether they are mocked or not. */
  readonly fetch: typeof fetch;
}

/** What a mock makes its handlers with. */
export interface MockKit<Paths extends AnyApiSpec> extends MockSurroundings {
  /** MSW's `http`, typed by the service's OpenAPI document. */
  readonly http: MockHttp<Paths>;
}

/** What a user writes for one mocked service. */
export interface MockDefinition<Paths extends AnyApiSpec> {
  /** The service's name in the manifest. */
  readonly service: string;
  /** Makes the handlers, and the state that they share; called once a process, or once a test. */
  create(kit: MockKit<Paths>): readonly MockHandler[];
  /** Operations of the contract that have no handler, as `GET /path/{id}`. */
  readonly notMocked?: readonly string[];
  /** Handlers that are no operation of the contract, as `GET /path/{id}` or `* /path/*`. */
  readonly beyond?: readonly string[];
}

/** A mock that is open: its handlers, and the way to ask them. */
export interface OpenMock {
  readonly handlers: readonly MockHandler[];
  /** Answers a request; `url` is a path with its query. */
  answer(request: { readonly url: string; readonly init: RequestInit }): Promise<MockAnswer>;
}

/** A mocked service; `open` gives it a state of its own. */
export interface Mock {
  readonly service: string;
  readonly notMocked: readonly string[];
  readonly beyond: readonly string[];
  open(surroundings: MockSurroundings): OpenMock;
}

/**
 * Describes the mock of a service: handlers that answer as it would, typed by its OpenAPI document.
 *
 * @example
 * export default defineMock<paths>({
 *   service: 'stock',
 *   create: ({ http }) => {
 *     const items = new Map<string, Item>();
 *     return [http.get('/items', ({ response }) => response(200).json({ items: [...items.values()] }))];
 *   },
 * });
 */
export function defineMock<Paths extends AnyApiSpec>(definition: MockDefinition<Paths>): Mock {
  const { service, create, notMocked = [], beyond = [] } = definition;
  return {
    service,
    notMocked,
    beyond,
    open: (surroundings) => {
      const origin = originOfMock(service);
      const handlers = create({ ...surroundings, http: httpAt<Paths>(origin) });
      return { handlers, answer: ({ url, init }) => answerWith(handlers, new Request(`${origin}${url}`, init)) };
    },
  };
}

/** The origin under which a mock's handlers see every request, wherever it came from. */
export function originOfMock(service: string): string {
  return `http://${service}.mock`;
}

/**
 * A variable that the mock cannot do without.
 *
 * @throws Error that names it.
 */
export function need(env: MockSurroundings['env'], name: string): string {
  const value = env[name];
  if (value !== undefined && value !== '') return value;
  throw new Error(`The mock needs the variable ${name}; add it to the service's env in the manifest.`);
}
