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
}

/** Statuses by which an entry says that a service behind it cannot be reached. */
export const GATEWAY_STATUSES: ReadonlySet<number> = new Set([502, 503, 504]);
