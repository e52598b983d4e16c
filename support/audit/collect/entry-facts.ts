import type { PackageFile, Pointed, Run, ServicePlace } from '../model/facts';
import { lastCommand, parseCommand } from './parse-command';
import { findScript } from './package-facts';

/** What a service runs, and the file that is. */
export interface EntryFacts {
  readonly run: Run;
  readonly entry?: Pointed;
}

/** Follows a command through the scripts of the package to the file that is run. */
export function entryOf(place: ServicePlace, packageFile: PackageFile): EntryFacts {
  if (place.command) return follow(parseCommand(place.command), { from: place.cwd, packageFile, depth: 0 });
  if (packageFile.kind !== 'read') return { run: { kind: 'other' } };
  if (packageFile.scripts.start) {
    return follow({ kind: 'package-script', name: 'start' }, { from: place.folder, packageFile, depth: 0 });
  }
  const { main } = packageFile;
  return main ? { run: { kind: 'script', script: main.text, loader: 'none', preloads: [] }, entry: main } : { run: { kind: 'other' } };
}

interface Following {
  readonly from: string;
  readonly packageFile: PackageFile;
  readonly depth: number;
}

function follow(run: Run, { from, packageFile, depth }: Following): EntryFacts {
  if (run.kind === 'script') return { run, entry: findScript(from, run.script) };
  if (run.kind !== 'package-script' || packageFile.kind !== 'read' || depth > 3) return { run };
  const script = packageFile.scripts[run.name];
  if (!script) return { run };
  const next = parseCommand(lastCommand(script.command));
  const followed = follow(next, { from: packageFile.folder, packageFile, depth: depth + 1 });
  const place = { file: packageFile.file, line: script.line };
  return followed.entry && !followed.entry.place ? { ...followed, entry: { ...followed.entry, place } } : followed;
}
