import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TraceServices } from './spans';

/** Where a run's traces are written, beside the logs of its services: `<trace> <service>` a line. */
export function traceFile(logs: string): string {
  return path.join(logs, 'traces.txt');
}

/** Appends which services took part in which traces. */
export function appendTraces(logs: string, found: readonly TraceServices[]): void {
  if (found.length === 0) return;
  appendFileSync(traceFile(logs), found.map(({ trace, service }) => `${trace} ${service}\n`).join(''));
}

/** The services of every trace of a run. */
export function readTraces(logs: string): ReadonlyMap<string, ReadonlySet<string>> {
  const traces = new Map<string, Set<string>>();
  for (const line of linesOf(traceFile(logs))) {
    const [trace = '', service] = line.split(' ');
    if (!service) continue;
    const known = traces.get(trace);
    if (known) known.add(service);
    else traces.set(trace, new Set([service]));
  }
  return traces;
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
