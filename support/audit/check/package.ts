import path from 'node:path';
import semver from 'semver';
import { finding, type Finding } from '../model/finding';
import type { PackageFacts, PlatformFacts, ServiceFacts } from '../model/facts';
import { below, type Check } from './check';

/** Is the service's package there, and does what it points at exist? */
export const checkPackage: Check = (service, platform) => {
  const { packageFile } = service;
  if (packageFile.kind === 'missing') return missingPackage(service, platform);
  if (packageFile.kind === 'broken') {
    return [
      finding('package-invalid', {
        service: service.place.name,
        place: packageFile.place,
        message: `package.json cannot be read: ${packageFile.message}`,
        repair: 'Correct the JSON; npm accepts neither comments nor commas at the end.',
      }),
    ];
  }
  return [...nameFindings(service, packageFile), ...mainFindings(service, packageFile), ...scriptFindings(service), ...engineFindings(service, packageFile, platform)];
};

function missingPackage(service: ServiceFacts, platform: PlatformFacts): readonly Finding[] {
  const { place, packageFile, owner } = service;
  if (packageFile.kind !== 'missing') return [];
  const others = platform.services.filter((one) => one.packageFile.kind === 'read').length;
  // One package.json for a whole repository is a way to live, as long as all services do it.
  if (owner && others === 0) return [];
  const folder = below(platform, place.folder);
  return [
    finding('package-missing', {
      service: place.name,
      place: { file: packageFile.file, line: 1 },
      message: `${folder} has no package.json`,
      evidence: service.entry?.exists ? [`${below(platform, service.entry.file)} is there, but nothing says what it needs`] : [],
      repair: `Add ${folder}/package.json with name, main, scripts and the dependencies that the code imports.`,
    }),
  ];
}

function nameFindings({ place }: ServiceFacts, { file, name }: PackageFacts): readonly Finding[] {
  if (name) return [];
  const repair = 'Add "name": workspaces and lock files tell packages apart by it.';
  return [finding('package-unnamed', { service: place.name, place: { file, line: 1 }, message: 'package.json has no name', repair })];
}

function mainFindings(service: ServiceFacts, { main }: PackageFacts): readonly Finding[] {
  const { place, entry, output, builder } = service;
  if (!main || main.exists || main.file === entry?.file) return [];
  // Not built yet is told of the entry; this is about a name that no build makes.
  if (service.project?.compile?.emitted.has(main.file)) return [];
  const started = entry?.exists ? path.relative(service.place.folder, entry.file).split(path.sep).join('/') : undefined;
  if (builder === 'other' && output.isCompiled && !started) return [];
  const at = { service: place.name, place: main.place, subject: 'main', message: `main points at ${main.text}, which is not there` };
  if (!started) return [finding('main-missing', { ...at, repair: 'Let main point at the file that the build makes.' })];
  const repair = `Let main point at what is started (${started}).`;
  return [finding('main-missing', { ...at, severity: 'warning', evidence: [`what is started is ${started}`], repair })];
}

function scriptFindings({ place, scripts, entry, run, packageFile }: ServiceFacts): readonly Finding[] {
  const broken = scripts.filter((one) => one.file !== entry?.file);
  const findings = broken.map((one) =>
    finding('script-missing', {
      service: place.name,
      place: one.place,
      subject: one.text,
      severity: 'warning',
      message: `a script runs ${one.text}, which is not there`,
      repair: 'Correct the path in the script, or delete the script.',
    }),
  );
  if (run.kind !== 'package-script' || packageFile.kind !== 'read') return findings;
  const missing = finding('script-missing', {
    service: place.name,
    place: { file: packageFile.file, line: 1 },
    subject: run.name,
    message: `it is started by the script "${run.name}", but package.json has none`,
    repair: `Add the script "${run.name}", or correct launch.process.command in the manifest.`,
  });
  return [...findings, missing];
}

function engineFindings({ place }: ServiceFacts, { file, engines }: PackageFacts, { node }: PlatformFacts): readonly Finding[] {
  if (!engines || semver.satisfies(node, engines.range, { includePrerelease: true })) return [];
  const isRange = semver.validRange(engines.range) !== null;
  return [
    finding('engine-mismatch', {
      service: place.name,
      place: { file, line: engines.line },
      severity: isRange ? 'error' : 'warning',
      message: isRange ? `it asks for Node ${engines.range}, this is ${node}` : `engines.node is no range of versions: "${engines.range}"`,
      repair: isRange ? 'Run it on such a Node, or widen engines.node if it runs here.' : 'Write a range, such as ">=20".',
    }),
  ];
}
