import { field } from '../data/field';
import type { Identity, ProbeResult } from './readiness';

/** What a health endpoint answered; `body` is parsed JSON, or the text where it is none. */
export interface HealthAnswer {
  readonly address: string;
  readonly status: number;
  readonly body: unknown;
}

/** The fields by which a service says who it is, or `false` where it does not. */
export type ExpectedIdentity = Readonly<Record<string, string>> | false;

/**
 * Decides from a health answer whether the service is ready.
 *
 * Only 2xx counts (a 401 proves a listening program, not a ready service), and only from the service
 * that was asked for: another program on the port must not be taken for it.
 */
export function judgeAnswer(answer: HealthAnswer, expected: ExpectedIdentity): ProbeResult {
  const { address, status, body } = answer;
  if (status < 200 || status > 299) {
    return { kind: 'not-ready', evidence: { kind: 'answer', address, status, detail: notReadyParts(body) } };
  }
  if (expected === false) return { kind: 'ready', ...told(body, {}) };
  const found = Object.fromEntries(Object.keys(expected).map((key) => [key, field(body, key)]));
  const same = Object.entries(expected).every(([key, value]) => found[key] === value);
  if (same) return { kind: 'ready', ...told(body, expected) };
  const evidence = { kind: 'identity', address, expected: show(expected), found: show(found) } as const;
  return { kind: 'not-ready', evidence };
}

/** What the answer says of the service itself, beyond what was expected of it. */
function told(body: unknown, expected: Identity): { readonly identity?: Identity } {
  const found = [...Object.keys(expected), 'version', 'build'].flatMap((key) => {
    const value = field(body, key);
    return typeof value === 'string' ? [[key, value] as const] : [];
  });
  return found.length > 0 ? { identity: Object.fromEntries(found) } : {};
}

/** `database down (connect ECONNREFUSED)` out of a deep health answer's parts. */
function notReadyParts(body: unknown): string {
  const parts = field(body, 'parts');
  if (typeof parts !== 'object' || parts === null) return excerpt(body);
  const wrong = Object.entries(parts).flatMap(([name, part]) => {
    const status = field(part, 'status');
    if (status === 'ready') return [];
    const reason = field(part, 'reason');
    return [`${name} ${String(status)}${typeof reason === 'string' ? ` (${reason})` : ''}`];
  });
  return wrong.join(', ') || excerpt(body);
}

function excerpt(body: unknown): string {
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
}

function show(identity: Readonly<Record<string, unknown>>): string {
  return Object.entries(identity)
    .map(([key, value]) => `${key} ${value === undefined ? 'nothing' : JSON.stringify(value)}`)
    .join(', ');
}
