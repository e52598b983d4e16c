import type { Fault } from '../../faults/parse-faults';
import type { FaultProxy } from './fault-proxy';
import type { Supervisor } from './supervisor';

/** A service and, where one of its faults needs it, the proxy before it. */
export interface FaultTarget {
  readonly supervisor: Supervisor;
  readonly proxy: FaultProxy | undefined;
}

/** Lets a service fail as planned, counted from now (the stack is up). */
export function scheduleFaults(faults: readonly Fault[], target: FaultTarget): void {
  for (const fault of faults) {
    later(fault.from, () => begin(fault, target));
    if (fault.until !== undefined) later(fault.until, () => end(fault, target));
  }
}

/** Whether the fault is done by a proxy in front of the service. */
export function needsProxy(fault: Fault): boolean {
  return fault.kind !== 'exit';
}

async function begin(fault: Fault, { supervisor, proxy }: FaultTarget): Promise<void> {
  await (fault.kind === 'exit' ? supervisor.kill() : proxy?.fail(fault.kind));
}

async function end(fault: Fault, { supervisor, proxy }: FaultTarget): Promise<void> {
  await (fault.kind === 'exit' ? supervisor.start() : proxy?.fail(undefined));
}

function later(seconds: number, work: () => Promise<void>): void {
  setTimeout(() => void work(), seconds * 1000).unref();
}
