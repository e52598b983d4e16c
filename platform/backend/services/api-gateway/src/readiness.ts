import { reasonOf } from '@officina/shared/problems/reason';
import type { PartState } from '@officina/shared/service/part';
import { z } from 'zod';

import type { Upstream } from './upstreams';

const LIMIT_MS = 2_000;

const answerSchema = z.object({
  status: z.string(),
  parts: z.record(z.string(), z.object({ status: z.string(), reason: z.string().optional() })),
});

function reasonIn(body: unknown, status: number): string {
  const answer = answerSchema.safeParse(body);
  if (!answer.success) return `it answered ${status} without a reason`;
  const down = Object.entries(answer.data.parts).filter(([, part]) => part.status !== 'ready');
  return down.map(([name, { reason }]) => `${name}: ${reason ?? 'not ready'}`).join('; ');
}

async function readinessOf({ url }: Upstream, ask: typeof fetch): Promise<PartState> {
  try {
    const response = await ask(`${url}/health/ready`, { signal: AbortSignal.timeout(LIMIT_MS) });
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok) return { status: 'ready' };
    return { status: 'down', reason: reasonIn(body, response.status) };
  } catch (error) {
    return { status: 'down', reason: reasonOf(error) };
  }
}

/** Asks every service behind the gateway whether it is ready. */
export async function readinessOfAll(
  upstreams: readonly Upstream[],
  ask: typeof fetch,
): Promise<Readonly<Record<string, PartState>>> {
  const states = upstreams.map(
    async (upstream) => [upstream.service, await readinessOf(upstream, ask)] as const,
  );
  return Object.fromEntries(await Promise.all(states));
}
