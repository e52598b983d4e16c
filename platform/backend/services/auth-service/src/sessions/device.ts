import type { Context } from 'hono';

import type { Device } from './session';

const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;

const SYSTEMS = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

/** A device's name for people, read from its user agent. */
export function deviceName(userAgent: string): string {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? 'Unknown device';
}

/** The device that a request's headers tell of; the address is the one that the gateway saw. */
export function deviceBy(header: (name: string) => string | null | undefined): Device {
  return {
    userAgent: (header('user-agent') ?? '').slice(0, 400),
    ip: (header('x-forwarded-for') ?? '').slice(0, 64),
  };
}

/** The device of a request. */
export function deviceOf(c: Context): Device {
  return deviceBy((name) => c.req.header(name));
}
