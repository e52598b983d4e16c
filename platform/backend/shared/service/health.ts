import type { Hono } from 'hono';

import type { ServiceEnv } from '../identity/guards';
import { reasonOf } from '../problems/reason';
import type { Part, Parts, PartState } from './part';

/** Which program answers. */
export interface ServiceIdentity {
  readonly service: string;
  readonly version: string;
  readonly build: string;
}

const LIMIT_MS = 1_500;

async function withinLimit(part: Part): Promise<PartState> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PartState>((resolve) => {
    const reason = `no answer within ${LIMIT_MS} ms`;
    timer = setTimeout(() => resolve({ status: 'down', reason }), LIMIT_MS);
  });
  const asked = part.check().catch(
    (error: unknown): PartState => ({ status: 'down', reason: reasonOf(error) }),
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

/** Asks every part; questions that overlap share one round, so polling never piles up. */
export function partsChecker(parts: Parts) {
  let running: Promise<Readonly<Record<string, PartState>>> | undefined;
  const round = async () => {
    const states = Object.entries(parts).map(
      async ([name, part]) => [name, await withinLimit(part)] as const,
    );
    return Object.fromEntries(await Promise.all(states));
  };
  return () =>
    (running ??= round().finally(() => {
      running = undefined;
    }));
}

/** Adds the two health answers: `live` is the process, `ready` is its own parts. */
export function addHealth(app: Hono<ServiceEnv>, who: ServiceIdentity, parts: Parts): void {
  const check = partsChecker(parts);
  app.get('/health/live', (c) => c.json({ status: 'live', ...who }));
  app.get('/health/ready', async (c) => {
    const states = await check();
    for (const [name, part] of Object.entries(parts)) {
      // Starting again is shared with an attempt that already runs.
      if (states[name]?.status === 'down' && part.blocked() !== undefined) void part.start();
    }
    const ready = Object.values(states).every(({ status }) => status === 'ready');
    return ready
      ? c.json({ status: 'ready', ...who, parts: states })
      : c.json({ status: 'not ready', ...who, parts: states }, 503);
  });
}
