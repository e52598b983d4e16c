import type { Evidence, Readiness } from '../../readiness/readiness';
import type { Halted } from '../../stack/stack-state';

/** What a service did when its database was stopped. */
export type WithoutDatabase = { readonly kind: 'told' } | { readonly kind: 'lied' } | { readonly kind: 'ended'; readonly evidence: Evidence };

/** What was seen of one service that was started. */
export interface LiveService {
  readonly name: string;
  readonly port: number;
  /** Once it was ready or given up. */
  readonly first: Readiness;
  readonly firstLog: string;
  /** The ports that its processes listened on when it was given up; `undefined` where the system does not tell. */
  readonly listening?: readonly number[];
  /** After others were looked at. */
  readonly later: Readiness;
  readonly laterLog: string;
  /** Whether a path for liveness answers. */
  readonly isLive: boolean;
  readonly halted?: Halted;
  readonly stopDeadlineMs: number;
  /** Once it was started a second time. */
  readonly again?: Readiness;
  readonly againLog: string;
  /** Databases that were stopped while it said how it is. */
  readonly withoutDatabase?: { readonly database: string; readonly outcome: WithoutDatabase; readonly log: string };
}

/** What came of one route of the manifest, asked for through the gateway. */
export interface RouteLook {
  readonly service: string;
  readonly route: string;
  readonly path: string;
  /** Which service got a GET: `nobody` when the gateway itself knew no such path. */
  readonly get: { readonly kind: 'reached'; readonly service: string; readonly path: string } | { readonly kind: 'nobody' } | { readonly kind: 'untold'; readonly why: string };
  /** Whether a POST with a body was answered in time. */
  readonly post: 'answered' | 'hung';
}

/** What was seen of the gateway, with programs in the places of the services that only say who they are. */
export interface WiringLook {
  readonly gateway: string;
  readonly routes: readonly RouteLook[];
  readonly cors?: { readonly origin: string; readonly allowed: string | undefined; readonly status: number };
  readonly refusedAfter?: number;
}

/** All that was seen of a platform that was started. */
export interface LiveFacts {
  readonly services: readonly LiveService[];
  readonly wiring?: WiringLook;
}
