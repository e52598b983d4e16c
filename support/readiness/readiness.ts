/** What proves that a service is not ready. */
export type Evidence =
  | {
      readonly kind: 'exit';
      readonly code: number | null;
      readonly signal: string | null;
      readonly lastLines: readonly string[];
    }
  | { readonly kind: 'launch'; readonly message: string }
  | { readonly kind: 'port-taken'; readonly port: number }
  | { readonly kind: 'refused'; readonly address: string }
  | { readonly kind: 'timeout'; readonly address: string; readonly afterMs: number }
  | { readonly kind: 'network'; readonly address: string; readonly message: string }
  | { readonly kind: 'answer'; readonly address: string; readonly status: number; readonly detail: string }
  | { readonly kind: 'identity'; readonly address: string; readonly expected: string; readonly found: string }
  | { readonly kind: 'dependency'; readonly service: string }
  | { readonly kind: 'late'; readonly afterMs: number; readonly last: Evidence }
  | { readonly kind: 'reason'; readonly message: string };

/** What is known of a service now. Times are milliseconds since the epoch. */
export type Readiness =
  | { readonly state: 'starting'; readonly since: number; readonly evidence?: Evidence }
  | { readonly state: 'ready'; readonly since: number; readonly startedInMs: number }
  | { readonly state: 'degraded'; readonly since: number; readonly evidence: Evidence }
  | { readonly state: 'down'; readonly since: number; readonly evidence: Evidence };

/**
 * Whether a service is not ready for a reason that lies in itself alone: it would not come back with what
 * it depends on. Other evidence leaves that open.
 */
export function isDownByItself(readiness: Readiness): boolean {
  return readiness.state === 'down' && ['launch', 'port-taken', 'reason'].includes(readiness.evidence.kind);
}

/** Who a service says that it is, such as its name, version and build. */
export type Identity = Readonly<Record<string, string>>;

/** The answer of one look at a service. */
export type ProbeResult =
  | { readonly kind: 'ready'; readonly identity?: Identity }
  | { readonly kind: 'not-ready'; readonly evidence: Evidence };

/**
 * One line for a piece of evidence.
 *
 * @example describeEvidence({ kind: 'exit', code: 1, signal: null, lastLines: ['Error: no URL'] })
 * // 'exited with code 1: Error: no URL'
 */
export function describeEvidence(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'exit':
      return describeExit(evidence);
    case 'launch':
      return `could not be launched: ${evidence.message}`;
    case 'port-taken':
      return `port ${evidence.port} is taken by another program`;
    case 'refused':
      return `connection refused at ${evidence.address}`;
    case 'timeout':
      return `no answer from ${evidence.address} within ${evidence.afterMs} ms`;
    case 'network':
      return `${evidence.address}: ${evidence.message}`;
    case 'answer':
      return `${evidence.address} answered ${evidence.status}${evidence.detail ? `: ${evidence.detail}` : ''}`;
    case 'identity':
      return `${evidence.address} is another service: expected ${evidence.expected}, found ${evidence.found}`;
    case 'dependency':
      return `not started, because ${evidence.service} is not ready`;
    case 'late':
      return `not ready within ${evidence.afterMs / 1000} s: ${describeEvidence(evidence.last)}`;
    case 'reason':
      return evidence.message;
  }
}

function describeExit(evidence: Extract<Evidence, { kind: 'exit' }>): string {
  const how = evidence.signal
    ? `was killed by ${evidence.signal}`
    : `exited with code ${evidence.code ?? 'unknown'}`;
  const line = telling(evidence.lastLines);
  return line ? `${how}: ${line}` : how;
}

/** The last line that reads like an error, else the last line at all. */
function telling(lines: readonly string[]): string | undefined {
  const filled = lines.map((line) => line.trim()).filter((line) => line.length > 0);
  const error = filled.filter((line) => /error|cannot|fatal|exception|taken|refused/i.test(line));
  return error.find((line) => /^\w*Error\b/.test(line)) ?? error.at(-1) ?? filled.at(-1);
}
