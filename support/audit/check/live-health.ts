import { describeEvidence } from '../../readiness/readiness';
import type { LiveFacts, LiveService } from '../live/live-facts';
import { parseFailure } from '../live/parse-failure';
import { sourcePlaceOf } from '../live/source-place';
import type { PlatformFacts, ServiceFacts } from '../model/facts';
import { finding, type Finding } from '../model/finding';
import { entryPlace, exitFinding, shortly } from './live-start';

/** Is health told truly, does the service stop when asked to, and does it start a second time? */
export function checkHealth(live: LiveFacts, platform: PlatformFacts): readonly Finding[] {
  return live.services.flatMap((one) => {
    const service = platform.services.find(({ place }) => place.name === one.name);
    if (!service || one.first.state !== 'ready') return [];
    return [...liveFindings(service, one), ...stopFindings(service, one), ...againFindings(service, one, platform.root), ...depthFindings(service, one, platform.root)];
  });
}

function liveFindings(service: ServiceFacts, { isLive }: LiveService): readonly Finding[] {
  if (isLive) return [];
  return [
    finding('live-missing', {
      service: service.place.name,
      place: entryPlace(service),
      message: 'it has no path that says only that it runs, such as /health/live',
      repair: 'Add one: whoever restarts it must not do so because its database is away.',
    }),
  ];
}

function stopFindings(service: ServiceFacts, { halted, stopDeadlineMs }: LiveService): readonly Finding[] {
  const evidence = halted?.evidence;
  if (evidence?.kind !== 'exit' || evidence.signal !== 'SIGKILL') return [];
  return [
    finding('stop-hangs', {
      service: service.place.name,
      place: signalPlace(service) ?? entryPlace(service),
      message: `it does not stop within ${stopDeadlineMs / 1000} s of SIGTERM`,
      evidence: ['it had to be killed'],
      repair: 'Close the server and what holds the process open on SIGTERM, then end; do not wait for idle connections.',
    }),
  ];
}

function againFindings(service: ServiceFacts, { again, againLog }: LiveService, root: string): readonly Finding[] {
  if (!again || again.state === 'ready' || !again.evidence || again.evidence.kind === 'dependency') return [];
  const failure = parseFailure(againLog, root);
  const found = exitFinding({ service, root, one: emptyLook }, again.evidence, failure);
  const isMigration = found.kind === 'migration-failed';
  return [
    finding(isMigration ? 'migration-not-repeatable' : 'restart-failed', {
      service: service.place.name,
      place: found.place,
      subject: found.subject,
      message: `it starts once, but not a second time: ${failure?.message ?? describeEvidence(again.evidence)}`,
      evidence: found.evidence,
      repair: isMigration ? 'Keep a list of the migrations that were done, or write them so that they can be repeated.' : 'Let nothing be left behind that a second start trips over.',
    }),
  ];
}

const emptyLook: LiveService = { name: '', port: 0, first: { state: 'starting', since: 0 }, firstLog: '', later: { state: 'starting', since: 0 }, laterLog: '', isLive: false, stopDeadlineMs: 0, againLog: '' };

function depthFindings(service: ServiceFacts, { withoutDatabase }: LiveService, root: string): readonly Finding[] {
  if (!withoutDatabase || withoutDatabase.outcome.kind === 'told') return [];
  const { database, outcome, log } = withoutDatabase;
  const name = service.place.name;
  if (outcome.kind === 'lied') {
    return [
      finding('health-lies', {
        service: name,
        place: healthPlace(service) ?? entryPlace(service),
        message: `it says that it is ready while its ${database} is stopped`,
        repair: 'Let the ready answer ask the database, with a deadline; a constant 200 proves nothing.',
      }),
    ];
  }
  const failure = parseFailure(log, root);
  return [
    finding('not-staying-up', {
      service: name,
      place: sourcePlaceOf(service, failure) ?? entryPlace(service),
      message: `it ends when its ${database} is stopped${failure ? `: ${failure.message}` : ''}`,
      evidence: [shortly(outcome.evidence)],
      repair: "Listen to the pool's errors (pool.on('error')) and let it connect again.",
    }),
  ];
}

function healthPlace({ sources }: ServiceFacts): { readonly file: string; readonly line: number } | undefined {
  for (const { file, paths } of sources?.files.values() ?? []) {
    const found = paths.find(({ text }) => /ready|health/.test(text));
    if (found) return { file, line: found.line };
  }
  return undefined;
}

function signalPlace({ sources }: ServiceFacts): { readonly file: string; readonly line: number } | undefined {
  for (const { file, signals } of sources?.files.values() ?? []) if (signals[0] !== undefined) return { file, line: signals[0] };
  return undefined;
}
