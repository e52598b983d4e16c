import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '../../../../fixtures';
import platform from '../../../../groundwork.config';
import { ask } from './ask';

interface Logs {
  readonly apiUrl: string;
  logFile(service: 'auth-service'): string;
}

/** The services whose output is kept. */
export const LOGGED = Object.keys(platform.services);

/** Everything that was written beside the running stack: each service's output, its spans, what tests saw of it. */
function written(logs: Logs): ReadonlyMap<string, string> {
  const folder = path.dirname(logs.logFile('auth-service'));
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ name }) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

/**
 * All that is logged, once everything is that was asked for before: a last request is sent through the
 * gateway, and waited for in the logs.
 */
export async function logged(logs: Logs): Promise<ReadonlyMap<string, string>> {
  const traceId = crypto.randomUUID().replaceAll('-', '');
  const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
  await ask({ method: 'GET', url: `${logs.apiUrl}/api/auth/password-policy`, headers });
  const has = (service: string) => written(logs).get(`${service}.log`)?.includes(traceId);
  await expect.poll(() => [has('api-gateway'), has('auth-service')]).toEqual([true, true]);
  return written(logs);
}

// A code of six digits could also be a part of some longer number.
const SHORT = 10;

function holds(text: string, secret: string): boolean {
  return secret.length < SHORT ? new RegExp(`\\b${secret}\\b`).test(text) : text.includes(secret);
}

/** Where a secret stands, as `auth-service.log: the new password`. */
export function findings(
  files: ReadonlyMap<string, string>,
  secrets: Readonly<Record<string, string>>,
): readonly string[] {
  return [...files].flatMap(([file, text]) =>
    Object.entries(secrets)
      .filter(([, secret]) => holds(text, secret))
      .map(([name]) => `${file}: ${name}`),
  );
}
