import { describeEvidence, type Evidence, type Readiness } from '../../readiness/readiness';
import type { LiveFacts, LiveService } from '../live/live-facts';
import { parseFailure, type Failure } from '../live/parse-failure';
import { migrationPlaceOf, sourcePlaceOf } from '../live/source-place';
import type { PlatformFacts, ServiceFacts } from '../model/facts';
import { finding, type Finding, type FindingInput } from '../model/finding';
import { victimsOf } from '../roots/defects';

const SQL = /relation ".+" (?:does not exist|already exists)|(?:column|constraint|type|index|table) ".+" (?:of relation .+ )?(?:does not exist|already exists)|syntax error at or near|duplicate key value/i;
const REFUSED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ECONNRESET/;

/** What became of the services that were started. */
export function checkStart(live: LiveFacts, platform: PlatformFacts): readonly Finding[] {
  const dependsOn = Object.fromEntries(platform.services.map(({ place }) => [place.name, place.dependsOn]));
  const down = live.services.filter(({ first }) => first.state !== 'ready').map(({ name }) => name);
  const own = down.filter((name) => !down.some((other) => other !== name && victimsOf(dependsOn, [other]).includes(name)));
  return live.services.flatMap((one) => {
    const service = platform.services.find(({ place }) => place.name === one.name);
    if (!service) return [];
    const isVictim = !own.includes(one.name);
    if (one.first.state !== 'ready') return notReady({ service, one, root: platform.root }, one.first, isVictim);
    if (one.later.state !== 'down') return [];
    return stayed({ service, one, root: platform.root }, one.later);
  });
}

interface Seen {
  readonly service: ServiceFacts;
  readonly one: LiveService;
  readonly root: string;
}

function notReady(seen: Seen, readiness: Exclude<Readiness, { state: 'ready' }>, isVictim: boolean): readonly Finding[] {
  const { evidence } = readiness;
  if (!evidence || evidence.kind === 'dependency') return [];
  const failure = parseFailure(seen.one.firstLog, seen.root);
  // Down because another one is: the repair is there.
  if (isVictim && (evidence.kind !== 'exit' || REFUSED.test(failure?.message ?? ''))) return [];
  if (evidence.kind === 'exit') return [exitFinding(seen, evidence, failure)];
  return [silentFinding(seen, evidence)];
}

/** A service that ended instead of listening: the kind of its first error. */
export function exitFinding(seen: Seen, evidence: Evidence, failure: Failure | undefined): Finding {
  const { service } = seen;
  const message = failure?.message ?? describeEvidence(evidence);
  const input: FindingInput = {
    service: service.place.name,
    place: sourcePlaceOf(service, failure) ?? entryPlace(service),
    subject: subjectOf(message),
    message: `it does not start: ${message}`,
    evidence: [shortly(evidence)],
    repair: 'Correct what the error says.',
  };
  const variable = variableIn(service, message);
  if (variable) {
    const repair = `Set ${variable.name} in env of services.${service.place.name} in the manifest.`;
    return finding('variable-missing', { ...input, place: variable.place, subject: variable.name, repair });
  }
  if (/EADDRINUSE/.test(message)) return finding('port-taken', { ...input, repair: 'Let it open the port that PORT names, or stop who has it.' });
  if (/^Error: ENOENT/.test(message)) return finding('file-missing', { ...input, repair: 'Bring the file, or let the service find it from its own folder.' });
  if (SQL.test(message)) return finding('migration-failed', { ...input, place: migrationPlaceOf(service, failure) ?? input.place, message: `its database cannot be prepared: ${message}`, repair: 'Correct the migration: it must run on an empty database, in order.' });
  if (evidence.kind === 'exit' && evidence.code === 0) {
    return finding('start-ended', { ...input, message: 'it ends by itself, without an error, instead of listening', repair: 'Let it listen: nothing keeps it running.' });
  }
  return finding('start-failed', input);
}

/** A service that runs, but does not answer as it should. */
function silentFinding({ service, one, root }: Seen, evidence: Evidence): Finding {
  const last = evidence.kind === 'late' ? evidence.last : evidence;
  const at = { service: service.place.name, place: entryPlace(service), evidence: [shortly(evidence)] };
  const others = one.listening?.filter((port) => port !== one.port) ?? [];
  switch (last.kind) {
    case 'port-taken':
      return finding('port-taken', { ...at, subject: String(last.port), message: `its port ${last.port} is taken by another program`, repair: 'Stop that program, or give the service a free port.' });
    case 'refused':
      if (others.length === 0) return finding('start-hangs', { ...at, message: 'it runs, but neither listens nor ends', repair: 'Find what it waits for before it listens; give that a deadline.' });
      return finding('port-ignored', { ...at, place: portPlace(service) ?? at.place, message: `it listens on port ${others.join(', ')}, though PORT says ${one.port}`, repair: 'Let it listen on the port that PORT names.' });
    case 'identity':
      return finding('health-identity', { ...at, message: 'its health answer does not say that it is this service', repair: 'Let the answer name the service, or set ready.identity in the manifest to what it says (false: nothing).' });
    case 'answer':
      if (last.status !== 404) return unreadyFinding({ service, one, root }, last, at);
      return finding('health-missing', { ...at, message: `it has no ${new URL(last.address).pathname}`, repair: 'Add a health endpoint that proves what the service needs, or correct ready.path in the manifest.' });
    case 'timeout':
      return finding('not-ready', { ...at, message: 'it takes connections, but does not answer', repair: 'Find what its health endpoint waits for, and give that a deadline.' });
    default:
      return finding('start-failed', { ...at, message: `it does not start: ${describeEvidence(evidence)}`, repair: 'Correct launch.process in the manifest.' });
  }
}

/** A service that says that it is not ready, or that trips over itself when it is asked. */
function unreadyFinding({ service, one, root }: Seen, last: Extract<Evidence, { kind: 'answer' }>, at: Pick<FindingInput, 'service' | 'place' | 'evidence'>): Finding {
  const failure = last.status === 500 ? parseFailure(one.firstLog, root) : undefined;
  const place = sourcePlaceOf(service, failure);
  if (failure && place) {
    return finding('not-ready', { ...at, place, subject: subjectOf(failure.message), message: `it starts, but every question ends in an error: ${failure.message}`, repair: 'Correct what the error says.' });
  }
  return finding('not-ready', { ...at, message: shorten(`it starts, but says that it is not ready: ${last.status} ${last.detail}`.trim()), repair: 'Bring what it names.' });
}

function stayed(seen: Seen, later: Extract<Readiness, { state: 'down' }>): readonly Finding[] {
  const { service, one, root } = seen;
  const failure = parseFailure(one.laterLog, root);
  const place = sourcePlaceOf(service, failure) ?? entryPlace(service);
  const message = `it does not stay up: ${failure?.message ?? describeEvidence(later.evidence)}`;
  return [finding('not-staying-up', { service: service.place.name, place, message, evidence: [shortly(later.evidence)], repair: 'Catch the error where it happens.' })];
}

/** Evidence in a line; what the log's end says stands in the message already. */
export function shortly(evidence: Evidence): string {
  return shorten(describeEvidence(evidence.kind === 'exit' ? { ...evidence, lastLines: [] } : evidence));
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** The file that is started. */
export function entryPlace({ entry, sources, packageFile }: ServiceFacts): { readonly file: string; readonly line: number } | undefined {
  if (sources) return { file: sources.entry, line: 1 };
  if (entry) return { file: entry.file, line: 1 };
  return packageFile.kind === 'read' ? { file: packageFile.file, line: 1 } : undefined;
}

function portPlace({ sources }: ServiceFacts): { readonly file: string; readonly line: number } | undefined {
  const found = [...(sources?.files.values() ?? [])].find(({ ports }) => ports.length > 0);
  return found && { file: found.file, line: found.ports[0]?.line ?? 1 };
}

/** A variable of the service's code that an error asks for. */
function variableIn({ sources, place }: ServiceFacts, message: string) {
  if (!/missing|required|not set|undefined|must be|expected|invalid|need/i.test(message)) return undefined;
  const names = message.match(/\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/g) ?? [];
  const [name] = names.filter((one) => !(one in place.env) && !/^ERR_/.test(one));
  if (!name) return undefined;
  for (const { file, variables } of sources?.files.values() ?? []) {
    const read = variables.find((one) => one.name === name);
    if (read) return { name, place: { file, line: read.line } };
  }
  return { name, place: undefined };
}

/** What stays the same in a message over runs. */
function subjectOf(message: string): string {
  return message.replace(/\d{2,}/g, '#').slice(0, 120);
}
