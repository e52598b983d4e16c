import { probeHttp } from '../../readiness/http-probe';
import type { ProbeResult } from '../../readiness/readiness';
import type { ServicePlan } from '../stack-plan';

/** Asks a service once, in the way its plan names; `timeoutMs` is for its answer. */
export async function probeService(
  plan: ServicePlan,
  url: string,
  timeoutMs: number,
): Promise<ProbeResult> {
  const { ready } = plan;
  if (ready.kind === 'http') {
    const address = `${url}${ready.path}`;
    return probeHttp({ address, identity: ready.identity, timeoutMs });
  }
  const { probePostgres } = await import('../../readiness/postgres-probe.js');
  const { user, password, database } = ready;
  const { hostname: host, port } = new URL(url);
  const address = { host, port: Number(port), user, password, database };
  const result = await probePostgres({ ...address, timeoutMs });
  if (result.kind === 'ready') return result;
  return { kind: 'not-ready', evidence: { kind: 'reason', message: `PostgreSQL: ${result.reason}` } };
}
