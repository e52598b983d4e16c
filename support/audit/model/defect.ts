import type { Area, Kind, Severity } from './kinds';
import type { Place } from './finding';

/** One thing to repair: the root of one or more findings. */
export interface Defect {
  /** The same over audits, also when lines move. */
  readonly id: string;
  readonly kind: Kind;
  readonly area: Area;
  readonly severity: Severity;
  /** Relative to the audit's root. */
  readonly place?: Place;
  readonly message: string;
  readonly evidence: readonly string[];
  readonly repair: string;
  /** The services that it stops itself. */
  readonly services: readonly string[];
  /** The services that stand on those. */
  readonly victims: readonly string[];
  /** How many tests stand on any of them: an upper bound of what its repair unlocks. */
  readonly tests: number;
}

/** Defects of one subject, one after another; the parts of a step can be repaired side by side. */
export interface RepairPart {
  /** A service, or the place of shared code. */
  readonly subject: string;
  /** Ids of defects, first to repair first. */
  readonly defects: readonly string[];
}

/** What can be repaired at the same time, once the steps before are done. */
export interface RepairStep {
  readonly parts: readonly RepairPart[];
}

/** How an area of a service's checklist stands. */
export type Mark = 'ok' | 'note' | 'warning' | 'error' | 'not-looked';

/** One service and its checklist. */
export interface ServiceReport {
  readonly name: string;
  /** Relative to the audit's root. */
  readonly folder: string;
  readonly marks: Readonly<Record<Area, Mark>>;
  /** Names of variables that its code reads. */
  readonly variables: readonly string[];
  /** Services that it depends on, directly. */
  readonly dependsOn: readonly string[];
  /** How many tests stand on it. */
  readonly tests: number;
  /** What could not be looked at, and why. */
  readonly skipped: readonly string[];
}

/** The outcome of an audit. */
export interface Audit {
  readonly version: 1;
  readonly platform: string;
  readonly at: string;
  readonly durationMs: number;
  /** Whether nothing was started. */
  readonly static: boolean;
  readonly services: readonly ServiceReport[];
  /** Best repair first. */
  readonly defects: readonly Defect[];
  readonly order: readonly RepairStep[];
}
