import { randomBytes } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { describeError } from '../errors/describe-error';
import { judgeAnswer, type ExpectedIdentity } from './judge-answer';
import type { Evidence, ProbeResult } from './readiness';

/** Where and how to ask a service for its health; `timeoutMs` is for one answer. */
export interface HttpProbe {
  readonly address: string;
  readonly identity: ExpectedIdentity;
  readonly timeoutMs: number;
}

// `fetch` costs three times as much, and a service is asked three times a second as long as it runs.
const transports = {
  'http:': { get: http.get, agent: new http.Agent({ keepAlive: true }) },
  'https:': { get: https.get, agent: new https.Agent({ keepAlive: true }) },
} as const;

// Says that the caller records no trace, so that services record none of the question either.
const unsampled = `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`;

/** Asks a health endpoint once. Never throws: what went wrong is the evidence. */
export async function probeHttp(probe: HttpProbe): Promise<ProbeResult> {
  const { address, identity, timeoutMs } = probe;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await ask(address, signal);
    const body = parse(await text(answer));
    return judgeAnswer({ address, status: answer.statusCode ?? 0, body }, identity);
  } catch (error) {
    if (signal.aborted) return { kind: 'not-ready', evidence: { kind: 'timeout', address, afterMs: timeoutMs } };
    return { kind: 'not-ready', evidence: networkEvidence(address, error) };
  }
}

function ask(address: string, signal: AbortSignal): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const url = new URL(address);
    const { get, agent } = transports[url.protocol === 'https:' ? 'https:' : 'http:'];
    const request = get(url, { agent, signal, headers: { traceparent: unsampled } }, resolve);
    request.on('error', (error) => {
      // The end of a connection from before says nothing of the service: a new one does.
      if (request.reusedSocket && !signal.aborted) resolve(ask(address, signal));
      else reject(error);
    });
  });
}

function networkEvidence(address: string, error: unknown): Evidence {
  const message = describeError(error);
  return message.includes('ECONNREFUSED') ? { kind: 'refused', address } : { kind: 'network', address, message };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
