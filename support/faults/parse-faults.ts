/** How a service is made to fail. */
export const FAULT_KINDS = ['exit', 'hang', 'refuse', 'slow', '503'] as const;
/** One way in which a service is made to fail. */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** One fault: which service, how, and from when until when, in seconds after the stack is up. */
export interface Fault {
  readonly service: string;
  readonly kind: FaultKind;
  readonly from: number;
  /** The service recovers then; never, if left out. */
  readonly until?: number;
}

const FAULT = /^([a-z][a-z0-9-]*):([a-z0-9]+)@(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?$/;

/**
 * Reads `GROUNDWORK_FAULT`.
 *
 * @returns the faults, or what is wrong with the first entry that is no fault.
 * @example parseFaults('inventory:hang@5-9') // [{ service: 'inventory', kind: 'hang', from: 5, until: 9 }]
 */
export function parseFaults(text: string): readonly Fault[] | { readonly wrong: string } {
  const faults: Fault[] = [];
  for (const entry of text.split(',').map((part) => part.trim()).filter(Boolean)) {
    const [, service = '', kind = '', from = '', until] = FAULT.exec(entry) ?? [];
    const known = FAULT_KINDS.find((one) => one === kind);
    if (!known || (until !== undefined && Number(until) <= Number(from))) return { wrong: entry };
    faults.push({ service, kind: known, from: Number(from), ...(until ? { until: Number(until) } : {}) });
  }
  return faults;
}
