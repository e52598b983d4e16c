import path from 'node:path';
import { field } from '../../data/field';
import type { DependencyFact, PackageFacts, PackageFile, Pointed } from '../model/facts';
import { readJson, textEntries, textField, type JsonRead } from './json-file';
import { foldersUpTo, isFile, isFolder, readText } from './read-text';
import { installedFolder } from './resolver';

const GROUPS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;

/** Reads the package.json of a folder. */
export function readPackage(folder: string): PackageFile {
  const file = path.join(folder, 'package.json');
  const read = readText(file);
  if (read.kind === 'absent') return { kind: 'missing', file };
  const json: JsonRead = read.kind === 'text' ? readJson(file, read.text) : { kind: 'broken', line: 1, message: read.why };
  if (json.kind === 'broken') return { kind: 'broken', place: { file, line: json.line }, message: json.message };
  if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value)) {
    return { kind: 'broken', place: { file, line: 1 }, message: 'it holds no object' };
  }
  return packageFacts(file, json);
}

/** The nearest package.json at or above a folder that can be read. */
export function ownerOf(folder: string, root: string): PackageFacts | undefined {
  for (const at of foldersUpTo(folder, root)) {
    const found = readPackage(at);
    if (found.kind === 'read') return found;
  }
  return undefined;
}

/** Finds a script as Node does: as it is written, with an extension, or as a folder with an index. */
export function findScript(from: string, text: string): Pointed {
  const file = path.resolve(from, text);
  const candidates = [file, ...['.js', '.json', '.node'].map((end) => file + end), path.join(file, 'index.js')];
  const found = candidates.find(isFile);
  return { text, file: found ?? (path.extname(file) ? file : `${file}.js`), exists: found !== undefined };
}

function packageFacts(file: string, { value, lineOf }: Extract<JsonRead, { kind: 'value' }>): PackageFacts {
  const folder = path.dirname(file);
  const type = textField(value, 'type');
  const main = textField(value, 'main');
  const range = textField(field(value, 'engines'), 'node');
  const scripts = textEntries(field(value, 'scripts')).map(([name, command]) => [name, { command, line: lineOf(['scripts', name]) }] as const);
  return {
    kind: 'read',
    file,
    folder,
    name: textField(value, 'name'),
    isModule: type === 'module',
    type,
    main: main === undefined ? undefined : { ...findScript(folder, main), place: { file, line: lineOf(['main']) } },
    engines: range === undefined ? undefined : { range, line: lineOf(['engines', 'node']) },
    scripts: Object.fromEntries(scripts),
    dependencies: GROUPS.flatMap((group) =>
      textEntries(field(value, group)).map(([name, wanted]) => dependency(folder, { name, range: wanted, group, line: lineOf([group, name]) })),
    ),
  };
}

function dependency(folder: string, declared: Omit<DependencyFact, 'installed' | 'folderExists'>): DependencyFact {
  const linked = /^(?:file|link|portal):(.+)$/.exec(declared.range)?.[1];
  const folderExists = linked === undefined ? undefined : isFolder(path.resolve(folder, linked)) || isFile(path.resolve(folder, linked));
  const installed = installedFolder(folder, declared.name);
  return { ...declared, installed: installed && versionOf(installed), folderExists };
}

/** The version of an installed package; the empty text where it has none. */
export function versionOf(folder: string): string {
  const file = path.join(folder, 'package.json');
  const read = readText(file);
  const json = read.kind === 'text' ? readJson(file, read.text) : undefined;
  return (json?.kind === 'value' && textField(json.value, 'version')) || '';
}
