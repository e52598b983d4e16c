/** An answer, or none, that speaks against a service. */
export interface Trouble {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  /** The path without host and query: an address changes from run to run. */
  readonly path: string;
  /** The services that the request goes to, the entry first. */
  readonly services: readonly string[];
  readonly what:
    | { readonly kind: 'refused'; readonly error: string }
    | { readonly kind: 'unanswered'; readonly error: string }
    | { readonly kind: 'status'; readonly status: number; readonly named?: string };
}

/** What was seen on the network while one attempt of a test ran. */
export interface Observation {
  readonly test: string;
  readonly retry: number;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  /** The services of the platform that it asked. */
  readonly touched: readonly string[];
  readonly trouble: readonly Trouble[];
  /** The traces that answers of the platform named. */
  readonly traces: readonly string[];
  /** Paths of pages that a mock of the test's own has answered with data instead of a page. */
  readonly mocked?: readonly string[];
  /** Paths of pages that were loaded again and again, as in a circle of redirects. */
  readonly circled?: readonly string[];
  /** Whether a page crashed. */
  readonly crashed?: boolean;
  /** Whether the browser dropped requests because an interface of this machine came or went. */
  readonly networkChanged?: boolean;
}

const GATEWAY_STATUSES: ReadonlySet<number> = new Set([502, 503, 504]);

/** Whether an answer speaks against a service at all: with an outage beside it, it is evidence. */
export function speaksAgainst(status: number): boolean {
  return status >= 500;
}

/** Whether by this status an entry says that a service behind it cannot be reached. */
export function saysUnreachable(status: number): boolean {
  return GATEWAY_STATUSES.has(status);
}
