import path from 'node:path';
import { finding, type Finding } from '../model/finding';
import type { Diagnostic, PlatformFacts, ServiceFacts } from '../model/facts';
import { below } from './check';

const NOT_FOUND = new Set(['TS2307', 'TS2792', 'TS2732']);
// About how projects are built one after another; a check against the sources needs none of it.
const OF_REFERENCES = new Set(['TS6305', 'TS6306', 'TS6307', 'TS6310', 'TS6059']);
const SETTINGS = /tsconfig[^/\\]*\.json$/;

/** What the services' own compilers say, told once for all services that a file belongs to. */
export function checkTypes(platform: PlatformFacts): readonly Finding[] {
  return platform.services.flatMap((service) => {
    const all = service.project?.compile?.diagnostics ?? [];
    // With wrong settings, what the compiler says of sources is said by wrong rules.
    const ofSettings = all.filter(({ file }) => SETTINGS.test(file));
    const diagnostics = ofSettings.length > 0 ? ofSettings : all;
    return diagnostics.filter((one) => concerns(platform, service, one.file)).flatMap((one) => findingOf(service, one, platform));
  });
}

/** A diagnostic of a project that several services share is about those whose code it is. */
function concerns(platform: PlatformFacts, service: ServiceFacts, file: string): boolean {
  const sharing = platform.services.filter((one) => one.project?.file === service.project?.file);
  if (sharing.length === 1) return true;
  const reaching = sharing.filter((one) => one.sources?.files.has(file) || file.startsWith(one.place.folder + path.sep));
  return reaching.length === 0 || reaching.includes(service);
}

function findingOf(service: ServiceFacts, { file, line, code, message }: Diagnostic, platform: PlatformFacts): readonly Finding[] {
  if (OF_REFERENCES.has(code) && service.project?.emits !== true) return [];
  const place = { file, line };
  const name = service.place.name;
  if (SETTINGS.test(file)) {
    return [finding('tsconfig-invalid', { service: name, place, message: `${message} (${code})`, repair: 'Correct the configuration.' })];
  }
  const specifier = NOT_FOUND.has(code) ? /'([^']+)'/.exec(message)?.[1] : undefined;
  // Tools that do not look at types build and run it all the same.
  const severity = service.builder === 'tsc' ? 'error' : 'warning';
  if (specifier) {
    const text = `"${specifier}" cannot be found`;
    return [finding('import-unresolved', { service: name, place, subject: specifier, severity, message: text, evidence: [`${code}: ${message}`], repair: 'Correct the path, or add what is missing.' })];
  }
  const compiler = service.project?.compile?.compiler.version;
  return [
    finding('type-error', {
      service: name,
      place,
      subject: `${code} ${message}`,
      severity,
      message: `${message} (${code})`,
      evidence: [`said by TypeScript ${compiler ?? ''} on ${below(platform, service.project?.file ?? '')}`],
      repair: repairOf(file, platform),
    }),
  ];
}

function repairOf(file: string, platform: PlatformFacts): string {
  if (file.includes(`${path.sep}node_modules${path.sep}`)) return 'Bring the package and its types to versions that fit each other.';
  const isShared = !platform.services.some(({ place }) => file.startsWith(place.folder + path.sep));
  return isShared ? 'Correct it here, once: it is shared code.' : 'Correct it here.';
}
