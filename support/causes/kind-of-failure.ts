import type { CauseKind } from './cause';

const ENVIRONMENT: readonly (readonly [RegExp, string])[] = [
  [/net::ERR_NETWORK_CHANGED/, 'the network of this machine changed under the browser: a container, a VPN or another interface came or went'],
  [/browser has been closed.*crash|page crashed|Target crashed|browser.*crashed/is, 'the browser crashed'],
  [/worker process exited unexpectedly/i, 'a worker process ended unexpectedly'],
  [/ENOSPC|no space left on device/i, 'the disk is full'],
  [/browserType\.launch|Failed to launch/i, 'the browser could not be started'],
  [/ENOMEM|out of memory/i, 'there is no memory left'],
];

const REFUSED = /could not be signed in/;

const SIGN_IN = [
  REFUSED,
  /SecurityError.*(?:local|session)Storage/is,
  /(?:local|session)Storage.*(?:SecurityError|Access is denied)/is,
  /ERR_TOO_MANY_REDIRECTS/,
] as const;

/** What a failure is about, by its message: only to sort causes, never to call a test blocked. */
export function kindOfFailure(message: string): { readonly kind: CauseKind; readonly told?: string } {
  const environment = ENVIRONMENT.find(([pattern]) => pattern.test(message));
  if (environment) return { kind: 'environment', told: environment[1] };
  if (SIGN_IN.some((pattern) => pattern.test(message))) return { kind: 'sign-in' };
  return { kind: message ? 'test' : 'unknown' };
}

/** Whether the platform refused a role, which its message tells in full. */
export function isRefusedSignIn(message: string): boolean {
  return REFUSED.test(message);
}
