import path from 'node:path';
import { finding, type Finding } from '../model/finding';
import type { Place } from '../model/finding';
import type { CompileFacts, PlatformFacts, Pointed, ProjectFacts, ServiceFacts } from '../model/facts';
import { below, type Check } from './check';

/** Can it be built, and does the build put things where they are looked for? */
export const checkBuild: Check = (service, platform) => [
  ...projectFindings(service, platform),
  ...syntaxFindings(service),
  ...entryFindings(service, platform),
  ...staleFindings(service, platform),
  ...shadowFindings(service, platform),
];

function projectFindings(service: ServiceFacts, platform: PlatformFacts): readonly Finding[] {
  const { place, project, needsProject, builder, packageFile } = service;
  const name = place.name;
  if (!needsProject) return [];
  if (!project) {
    if (builder !== 'tsc') return [];
    const file = packageFile.kind === 'read' ? packageFile.file : path.join(place.folder, 'package.json');
    const line = packageFile.kind === 'read' ? (packageFile.scripts.build?.line ?? 1) : 1;
    const repair = `Add ${below(platform, place.folder)}/tsconfig.json with rootDir and outDir.`;
    return [finding('tsconfig-missing', { service: name, place: { file, line }, message: 'the build runs tsc, but there is no tsconfig.json', repair })];
  }
  const problems = project.problems.map(({ place: at, message }) =>
    finding('tsconfig-invalid', { service: name, place: at, message, repair: 'Correct the configuration: the compiler cannot start with it.' }),
  );
  return [...problems, ...compilerFindings(name, project)];
}

function compilerFindings(service: string, { compile, file, problems }: ProjectFacts): readonly Finding[] {
  if (problems.length > 0) return [];
  const place = { file, line: 1 };
  if (!compile) {
    return [finding('compiler-missing', { service, place, message: 'there is no TypeScript compiler to build it with', repair: 'Add typescript to its devDependencies and install it.' })];
  }
  if (compile.outcome.kind === 'done') return [];
  const message = `the compiler (TypeScript ${compile.compiler.version}) gave no answer: ${compile.outcome.message}`;
  return [finding('compiler-silent', { service, place, message, repair: `Run it by hand: npx tsc -p ${path.basename(file)}` })];
}

function syntaxFindings({ place, sources, built, project }: ServiceFacts): readonly Finding[] {
  const graphs = sources === built ? [sources] : [sources, built];
  const emitted = project?.compile?.emitted;
  const files = graphs.flatMap((graph) => [...(graph?.files.values() ?? [])]).filter(({ file }) => !emitted?.has(file));
  return files.flatMap(({ file, errors }) =>
    errors.slice(0, 1).map(({ line, message }) =>
      finding('syntax-error', { service: place.name, place: { file, line }, message: `it cannot be parsed: ${message}`, repair: 'Correct the syntax.' }),
    ),
  );
}

function entryFindings(service: ServiceFacts, platform: PlatformFacts): readonly Finding[] {
  const { entry, output } = service;
  if (!entry) return [];
  const isEmitted = emittedOf(service).has(entry.file);
  const moved = isEmitted || !output.isCompiled ? undefined : sameName(service, entry.file);
  if (moved) return [movedFinding(service, { moved, platform })];
  if (!entry.exists) return [missingEntry(service, { entry, platform }, isEmitted)];
  return output.isCompiled && !isEmitted ? sourceless(service, { entry, platform }) : [];
}

interface Entered {
  readonly entry: Pointed;
  readonly platform: PlatformFacts;
}

function sourceless(service: ServiceFacts, { entry, platform }: Entered): readonly Finding[] {
  const hasOwn = service.sources !== undefined && service.sources.files.size > 0 && service.sources !== service.built;
  if (hasOwn || service.needsProject) return [];
  return [
    finding('output-without-sources', {
      service: service.place.name,
      place: { file: entry.file, line: 1 },
      message: `${below(platform, entry.file)} was made by a build, but its sources are not here`,
      repair: 'Bring the sources back: nothing in it can be repaired or built again.',
    }),
  ];
}

function missingEntry(service: ServiceFacts, { entry, platform }: Entered, isEmitted: boolean): Finding {
  const { place, packageFile, builder } = service;
  const file = below(platform, entry.file);
  const pkg = packageFile.kind === 'read' ? packageFile : undefined;
  const at = entry.place ?? { file: pkg?.file ?? place.folder, line: 1 };
  const build = pkg?.scripts.build ? 'npm run build' : platform.buildCommand?.join(' ');
  if (!build || !isBuildable(service, isEmitted)) {
    const message = `it is started from ${file}, which is not there`;
    return finding('entry-missing', { service: place.name, place: at, subject: 'entry', message, repair: 'Correct the path in the script or the manifest, or bring the file back.' });
  }
  const isBuiltByGroundwork = builder === 'other' && platform.buildCommand !== undefined;
  return finding('output-missing', {
    service: place.name,
    place: at,
    subject: 'entry',
    severity: isBuiltByGroundwork ? 'warning' : 'error',
    message: `it is not built: ${file} is not there`,
    evidence: isBuiltByGroundwork ? ["the manifest's build makes it before a run"] : [],
    repair: `Build it: ${build}`,
  });
}

/** Whether a build would make the entry: what the compiler emits is known, of other tools one must believe it. */
function isBuildable({ output, builder, needsProject, project }: ServiceFacts, isEmitted: boolean): boolean {
  if (isEmitted) return true;
  return output.isCompiled && (builder === 'other' || (needsProject && project === undefined));
}

function emittedOf({ project }: ServiceFacts): CompileFacts['emitted'] {
  return project?.compile?.emitted ?? new Map<string, never>();
}

/** Another output of the same name, made from a source of this service. */
function sameName(service: ServiceFacts, file: string): string | undefined {
  const own = [...emittedOf(service)].filter(([, { source }]) => source.startsWith(service.place.folder + path.sep));
  return own.find(([output]) => path.basename(output) === path.basename(file))?.[0];
}

function movedFinding(service: ServiceFacts, { moved, platform }: { readonly moved: string; readonly platform: PlatformFacts }): Finding {
  const { entry, place, project } = service;
  const at: Place = { file: project?.file ?? place.folder, line: project?.lines.rootDir ?? project?.lines.outDir ?? 1 };
  const outside = outsideImport(service);
  return finding('output-moved', {
    service: place.name,
    place: at,
    subject: 'entry',
    message: `the build puts the entry to ${below(platform, moved)}, it is started from ${below(platform, entry?.file ?? '')}`,
    evidence: [
      outside && `${below(platform, outside.from)}:${outside.line} imports a file outside the service, which moves everything down`,
      entry?.exists && `${entry.text} is there from an earlier build, and will not change any more`,
    ].filter((line) => typeof line === 'string'),
    repair: 'Set rootDir to the folder whose layout the output is to have and import shared code as a package, or start what the build makes.',
  });
}

function outsideImport({ sources, place }: ServiceFacts): { readonly from: string; readonly line: number } | undefined {
  const found = sources?.imports.find(
    ({ from, resolution }) =>
      from.startsWith(place.folder + path.sep) &&
      resolution.kind === 'file' &&
      !resolution.package &&
      !resolution.file.startsWith(place.folder + path.sep),
  );
  return found && { from: found.from, line: found.fact.line };
}

function staleFindings({ place, output, entry }: ServiceFacts, platform: PlatformFacts): readonly Finding[] {
  if (!output.staleBecauseOf || !entry?.exists) return [];
  return [
    finding('output-stale', {
      service: place.name,
      place: { file: output.staleBecauseOf, line: 1 },
      subject: 'entry',
      message: `${below(platform, entry.file)} was built before ${below(platform, output.staleBecauseOf)} was changed`,
      repair: 'Build it again: what runs is not what the sources say.',
    }),
  ];
}

function shadowFindings({ place, shadows }: ServiceFacts, platform: PlatformFacts): readonly Finding[] {
  return shadows.map(({ compiled, source }) =>
    finding('source-shadowed', {
      service: place.name,
      place: { file: compiled, line: 1 },
      message: `this old compiled file is taken instead of the newer ${below(platform, source)}`,
      repair: `Delete ${below(platform, compiled)} and let compilers write into a folder of their own (outDir).`,
    }),
  );
}
