import path from 'node:path';
import type { CompileFacts, PackageFacts, Pointed, ServiceFacts, ServicePlace } from '../model/facts';
import type { SourceFacts } from '../model/source-facts';
import { builderOf, isAliasRewriter } from './build-scripts';
import { entryOf } from './entry-facts';
import { committedEnvFiles, envNames, migrationFiles } from './folder-facts';
import { lockFacts } from './locks/lock-facts';
import { isOutput, outputFacts } from './output-facts';
import { findScript, ownerOf, readPackage } from './package-facts';
import { lastCommand, parseCommand } from './parse-command';
import { readProgram } from './program-facts';
import { foldersUpTo, isFile } from './read-text';
import { shadowsOf } from './typescript-facts';
import type { ConfigFacts } from './tsconfig-facts';

/** What the collection of one service shares with that of the others. */
export interface Sharing {
  readonly root: string;
  readonly buildCommand?: readonly string[];
  readonly known: Map<string, SourceFacts>;
  readonly committed: readonly string[];
  readonly isModule: (file: string) => boolean;
  readonly configOf: (file: string) => ConfigFacts;
  /** Runs the compiler of a project, once for all services that share it. */
  readonly compileOnce: (config: ConfigFacts) => Promise<CompileFacts | undefined>;
}

/** Finds out all about one service that can be known without starting it. */
export async function collectService(place: ServicePlace, sharing: Sharing): Promise<ServiceFacts> {
  const packageFile = readPackage(place.folder);
  const own = packageFile.kind === 'read' ? packageFile : undefined;
  const owner = own ?? ownerOf(path.dirname(place.folder), sharing.root);
  const { run, entry } = entryOf(place, packageFile);
  const scripts = own?.scripts ?? {};
  const hasPnp = foldersUpTo(place.folder, sharing.root).some((folder) => isFile(path.join(folder, '.pnp.cjs')));
  const program = await readProgram({ place, run, entry, buildScript: scripts.build?.command ?? '', hasPnp }, sharing);
  const { project, sources } = program;
  return {
    place,
    packageFile,
    owner,
    entry,
    run,
    scripts: own ? missingScripts(own) : [],
    lock: own && lockFacts(own, sharing.root),
    hasPnp,
    builder: builderOf({ scripts, buildCommand: sharing.buildCommand, project, entry: entry?.file }),
    rewritesAliases: isAliasRewriter({ scripts, run, owner }),
    ...program,
    output: entry ? outputFacts({ folder: place.folder, entry: entry.file, compile: project?.compile, sources }) : { isCompiled: false },
    shadows: shadowsOf(run, program),
    envFiles: envNames([place.folder, place.cwd]),
    committedEnv: committedEnvFiles(sharing.committed, place.folder),
    migrations: migrationFiles(place.folder),
  };
}

/** Scripts that run a file which is not there; what a build makes is looked at by itself. */
function missingScripts({ scripts, folder, file }: PackageFacts): readonly Pointed[] {
  return Object.values(scripts).flatMap(({ command, line }) => {
    const run = parseCommand(lastCommand(command));
    if (run.kind !== 'script' || /[*$]/.test(run.script)) return [];
    const found = findScript(folder, run.script);
    return found.exists || isOutput(folder, found.file) ? [] : [{ ...found, place: { file, line } }];
  });
}
