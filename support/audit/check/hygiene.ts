import { packageName } from '../collect/resolver';
import { finding, type Finding } from '../model/finding';
import type { ServiceFacts } from '../model/facts';
import type { SourceFacts } from '../model/source-facts';
import { below, quoted, type Check } from './check';

const LOGGERS = /^(pino|winston|bunyan|log4js|loglevel|signale|consola|tslog|roarr|@nestjs\/common|fastify|@aws-lambda-powertools\/logger)/;
const TRACERS = /^(@opentelemetry\/|dd-trace|elastic-apm-node|newrelic|zipkin|jaeger-client|@sentry\/node|applicationinsights|@google-cloud\/trace)/;
const LISTENS_LOCALLY = new Set(['fastify']);

/** Habits that make a service harder to run safely and to understand. */
export const checkHygiene: Check = (service, platform) => {
  const files = [...(service.sources?.files.values() ?? [])].filter(({ file }) => !file.includes('node_modules'));
  const packages = new Set((service.sources?.imports ?? []).flatMap(({ fact }) => packageName(fact.specifier) ?? []));
  return [
    ...files.flatMap((facts) => secretFindings(service, facts)),
    ...service.committedEnv.map((file) =>
      finding('env-committed', {
        service: service.place.name,
        place: { file, line: 1 },
        message: `${below(platform, file)} is kept by git: what it holds is known to all who read the repository`,
        repair: 'Take it out of git, add it to .gitignore, change the secrets in it, and keep an .env.example.',
      }),
    ),
    ...listenFindings(service, files, packages),
    ...timeoutFindings(service, files),
    ...logFindings(service, files, packages),
    ...traceFindings(service, files, packages),
  ];
};

function secretFindings({ place }: ServiceFacts, { file, secrets }: SourceFacts): readonly Finding[] {
  return secrets.map(({ name, line }) =>
    finding('default-secret', {
      service: place.name,
      place: { file, line },
      subject: name,
      message: `${name} has a default that stands in the code`,
      repair: `End with an error when ${name} is not set: a forgotten variable must not open the door.`,
    }),
  );
}

function listenFindings({ place }: ServiceFacts, files: readonly SourceFacts[], packages: ReadonlySet<string>): readonly Finding[] {
  if ([...packages].some((name) => LISTENS_LOCALLY.has(name))) return [];
  return files.flatMap(({ file, listens }) =>
    listens
      .filter(({ host }) => host === undefined || host === '0.0.0.0' || host === '::')
      .slice(0, 1)
      .map(({ line }) =>
        finding('all-interfaces', {
          service: place.name,
          place: { file, line },
          message: 'it listens on all interfaces of the machine, unless it is told otherwise',
          repair: 'Take the host from a variable, with 127.0.0.1 as its default; a container sets it to 0.0.0.0.',
        }),
      ),
  );
}

function timeoutFindings({ place }: ServiceFacts, files: readonly SourceFacts[]): readonly Finding[] {
  const places = files.flatMap(({ file, endlessFetches }) => endlessFetches.map((line) => ({ file, line })));
  const [first] = places;
  if (!first) return [];
  return [
    finding('no-request-timeout', {
      service: place.name,
      place: first,
      message: `${places.length === 1 ? 'a request has' : `${places.length} requests have`} no time limit: a service that hangs makes this one hang`,
      repair: 'Give fetch a signal: AbortSignal.timeout(…).',
    }),
  ];
}

function logFindings({ place }: ServiceFacts, files: readonly SourceFacts[], packages: ReadonlySet<string>): readonly Finding[] {
  if ([...packages].some((name) => LOGGERS.test(name))) return [];
  const places = files.flatMap(({ file, console }) => console.map((line) => ({ file, line })));
  const [first] = places;
  if (!first) return [];
  return [
    finding('unstructured-logs', {
      service: place.name,
      place: first,
      message: `it logs by console (${places.length} ${places.length === 1 ? 'place' : 'places'}) and has no logger: lines without level, time and trace`,
      repair: 'Log JSON lines by a logger such as pino.',
    }),
  ];
}

function traceFindings({ place }: ServiceFacts, files: readonly SourceFacts[], packages: ReadonlySet<string>): readonly Finding[] {
  const first = files.find(({ requests }) => requests.length > 0);
  const hasTracer = [...packages].some((name) => TRACERS.test(name)) || files.some(({ namesTraceHeader }) => namesTraceHeader);
  if (!first || hasTracer) return [];
  const others = files.filter(({ requests }) => requests.length > 0).map(({ file }) => file.split('/').at(-1) ?? '');
  return [
    finding('no-trace-propagation', {
      service: place.name,
      place: { file: first.file, line: first.requests[0] ?? 1 },
      message: `it calls others (${quoted(others)}) without handing on the trace`,
      repair: 'Send the header traceparent with every call, best by @opentelemetry.',
    }),
  ];
}
