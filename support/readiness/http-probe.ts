import { describeError } from '../errors/describe-error';
import { judgeAnswer, type ExpectedIdentity } from './judge-answer';
import type { Evidence, ProbeResult } from './readiness';

/** Where and how to ask a service for its health; `timeoutMs` is for one answer. */
export interface HttpProbe {
  readonly address: string;
  readonly identity: ExpectedIdentity;
  readonly timeoutMs: number;
}

/** Asks a health endpoint once. Never throws: what went wrong is the evidence. */
export async function probeHttp(probe: HttpProbe): Promise<ProbeResult> {
  const { address, identity, timeoutMs } = probe;
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(address, { signal, redirect: 'manual' });
    const text = await answer.text();
    return judgeAnswer({ address, status: answer.status, body: parse(text) }, identity);
  } catch (error) {
    return { kind: 'not-ready', evidence: networkEvidence(address, error, timeoutMs) };
  }
}

function networkEvidence(address: string, error: unknown, timeoutMs: number): Evidence {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return { kind: 'timeout', address, afterMs: timeoutMs };
  }
  const message = describeError(error);
  if (message.includes('ECONNREFUSED')) return { kind: 'refused', address };
  return { kind: 'network', address, message };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
