import { finding, type Finding } from '../model/finding';
import type { PlatformFacts, ServiceFacts } from '../model/facts';
import type { Place } from '../model/finding';

interface OwnPort {
  readonly service: string;
  readonly port: number;
  readonly place?: Place;
  /** Whether `PORT` or the manifest can give it another one. */
  readonly isDefault: boolean;
}

/** Ports that collide, and addresses in the code at which nobody will listen. */
export function checkWiring(platform: PlatformFacts): readonly Finding[] {
  const ports = platform.services.flatMap(portOf);
  return [...collisions(ports), ...platform.services.flatMap((service) => addressFindings(service, ports))];
}

function portOf({ place, sources }: ServiceFacts): readonly OwnPort[] {
  if (place.port !== 0) return [{ service: place.name, port: place.port, isDefault: false }];
  const own = [...(sources?.files.values() ?? [])].filter(({ file }) => file.startsWith(place.folder));
  for (const { file, ports, variables } of own) {
    const [first] = ports;
    const isDefault = variables.some(({ name }) => name === 'PORT');
    if (first) return [{ service: place.name, port: first.port, place: { file, line: first.line }, isDefault }];
  }
  return [];
}

function collisions(ports: readonly OwnPort[]): readonly Finding[] {
  return ports.flatMap((one, index) => {
    const before = ports.slice(0, index).find(({ port }) => port === one.port);
    if (!before) return [];
    // Ports that can be given by PORT meet only where nobody gives one.
    const severity = one.isDefault || before.isDefault ? 'warning' : 'error';
    return finding('ports-collide', {
      service: one.service,
      place: one.place ?? before.place,
      subject: String(one.port),
      severity,
      message: `it opens port ${one.port}, as ${before.service} does`,
      evidence: severity === 'warning' ? ['as long as PORT is not set'] : [],
      repair: 'Give every service a port of its own, best by PORT.',
    });
  });
}

/** An address that no service opens: where services have fixed ports, a wrong one is a dead end. */
function addressFindings({ place, sources }: ServiceFacts, ports: readonly OwnPort[]): readonly Finding[] {
  if (ports.length < 2) return [];
  const known = new Set(ports.map(({ port }) => port));
  return [...(sources?.files.values() ?? [])]
    .filter(({ file }) => file.startsWith(place.folder))
    .flatMap(({ file, addresses }) =>
      addresses
        .filter(({ port, variable }) => !known.has(port) && !(variable && variable in place.env) && isService(port))
        .map(({ line, port, variable }) =>
          finding('address-disagrees', {
            service: place.name,
            place: { file, line },
            subject: String(port),
            severity: variable ? 'warning' : 'error',
            message: `it calls port ${port} of this machine${variable ? ` as long as ${variable} is not set` : ''}, but no service opens it`,
            evidence: [`services open ${ports.map((one) => `${one.port} (${one.service})`).join(', ')}`],
            repair: `Take the address from a variable, and set it in the manifest by {{<service>.url}}.`,
          }),
        ),
    );
}

// Of databases, brokers, collectors and development servers, which are no services of the manifest.
const OF_OTHERS = new Set([3306, 4317, 4318, 5432, 5672, 6379, 8125, 9092, 9200, 9411, 11211, 14268, 15672, 27017]);

function isService(port: number): boolean {
  return !OF_OTHERS.has(port);
}
