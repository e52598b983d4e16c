import { saysUnreachable, type Observation, type Trouble } from '../evidence/observation';
import type { ServiceManifest } from '../manifest/schema';
import { NOTICED_WITHIN, outagesIn, type Outage } from '../readiness/outages';
import type { TimelineEntry } from '../stack/keeper/timeline-file';
import { decideBlocked, readyBut, type Blocked } from './blocked';

/** One failed attempt and what is known about its time. Times: milliseconds since the epoch. */
export interface AttemptQuestion {
  readonly from: number;
  readonly to: number;
  readonly needs: readonly string[];
  readonly observation: Observation | undefined;
  readonly timeline: readonly TimelineEntry[];
  readonly services: Readonly<Record<string, ServiceManifest>>;
}

/**
 * Whether a failed attempt was blocked by an outage. Only evidence of the stack counts: a service that
 * the test needs was not ready in its window, a connection to one was refused, or an entry answered
 * that it cannot reach one. Without such evidence the attempt has failed.
 *
 * An outage that was noticed just after the attempt's end may have ended it, or may have come after a
 * bug did: it counts only where the attempt itself met an answer, or none, that speaks against it.
 */
export function judgeAttempt(question: AttemptQuestion): Blocked | undefined {
  const { timeline, from, to } = question;
  return (
    byOutage(question, outagesIn(timeline, from, to)) ??
    byTrouble(question, outagesIn(timeline, from, to + NOTICED_WITHIN))
  );
}

function byOutage(question: AttemptQuestion, outages: readonly Outage[]): Blocked | undefined {
  const { needs, services } = question;
  const readiness = readyBut(services, needs, notReadyIn(outages));
  return decideBlocked({ needs, services, readiness });
}

function byTrouble(question: AttemptQuestion, outages: readonly Outage[]): Blocked | undefined {
  for (const trouble of question.observation?.trouble ?? []) {
    const { service, isProven } = blamed(trouble, question);
    if (!service) continue;
    // The service that could not be reached may itself be the victim of a deeper one.
    const deeper = decideBlocked({
      needs: [service],
      services: question.services,
      readiness: readyBut(question.services, [service], notReadyIn(outages)),
    });
    if (deeper) return deeper;
    if (isProven) return { service, evidence: describeTrouble(trouble) };
  }
  return undefined;
}

/** What was not ready, by service; of several outages the first. */
function notReadyIn(outages: readonly Outage[]) {
  return Object.fromEntries(outages.toReversed().map(({ service, readiness }) => [service, readiness]));
}

/** The service that an answer speaks against, and whether the answer alone is enough. */
function blamed(
  { services, what }: Trouble,
  question: AttemptQuestion,
): { readonly service: string | undefined; readonly isProven: boolean } {
  if (what.kind === 'refused') return { service: services[0], isProven: true };
  if (what.kind === 'status' && saysUnreachable(what.status)) {
    const { named } = what;
    if (named !== undefined && question.services[named]) return { service: named, isProven: true };
  }
  // It may as well be a bug of the service's own: only an outage of it makes it more.
  return { service: services.at(-1), isProven: false };
}

function describeTrouble({ method, path, what }: Trouble): string {
  const asked = `${method} ${path}`;
  if (what.kind === 'status') {
    return `${asked} answered ${what.status}${what.named ? ` naming ${what.named}` : ''}`;
  }
  return what.kind === 'refused' ? `${asked}: connection refused` : `${asked}: ${what.error}`;
}
