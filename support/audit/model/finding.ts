import { KINDS, type Kind, type Severity } from './kinds';

/** A place in the audited tree. */
export interface Place {
  /** Absolute while it is looked for; relative to the root, with `/`, in a defect. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** What one check found at one service; several findings may be one defect. */
export interface Finding {
  readonly kind: Kind;
  readonly severity: Severity;
  /** The services that it stops, not counting those that stand on them. */
  readonly services: readonly string[];
  readonly place?: Place;
  /** What tells it from another finding of that kind in that file: a specifier, a package, a variable. */
  readonly subject: string;
  /** What is wrong, in one line. */
  readonly message: string;
  /** What proves it. */
  readonly evidence: readonly string[];
  /** What to do. */
  readonly repair: string;
}

/** The subject of `dependency-not-installed` where it is no single package. */
export const NOTHING_INSTALLED = '*';

/** A finding as a check writes it: what can be left out is filled in from the kind. */
export interface FindingInput {
  readonly service: string;
  readonly place?: Place;
  readonly subject?: string;
  readonly severity?: Severity;
  readonly message: string;
  readonly evidence?: readonly string[];
  readonly repair: string;
}

/** A finding of a kind, with the kind's severity unless it is told another. */
export function finding(kind: Kind, input: FindingInput): Finding {
  const { service, place, subject = '', severity = KINDS[kind].severity, message, evidence = [], repair } = input;
  return { kind, severity, services: [service], place, subject, message, evidence, repair };
}
