import path from 'node:path';
import { globSync } from 'tinyglobby';
import { UsageError } from '../../errors/usage-error';
import { postgres } from '../../launchers/postgres';
import { parsePlatform } from '../../manifest/parse-platform';
import type { PlatformManifest } from '../../manifest/schema';
import { collectService } from '../collect/service-facts';
import { moduleTypes } from '../collect/typescript-facts';
import { isFile, isFolder } from '../collect/read-text';
import { configReader } from '../collect/tsconfig-facts';
import type { ServicePlace } from '../model/facts';
import { manifestInput, proposeManifest } from './propose';
import { renderManifest } from './render-manifest';

/** A manifest that was made of what lies in folders. */
export interface Discovery {
  readonly manifest: PlatformManifest;
  /** The text of a `groundwork.config.ts`. */
  readonly text: string;
}

const SIGNS_OF_A_SERVICE = ['package.json', 'tsconfig.json', 'src', 'dist', 'index.js', 'main.js', 'server.js'];

/**
 * Finds services by patterns of folders, and proposes a manifest for them.
 *
 * @throws UsageError when no folder matches.
 */
export async function discover(patterns: readonly string[], root: string): Promise<Discovery> {
  const folders = foldersOf(patterns, root);
  if (folders.length === 0) {
    throw new UsageError(`--discover: no folder of ${root} with a service matches ${patterns.join(' ')}. Give patterns such as 'backend/services/*'.`);
  }
  const sharing = { root, known: new Map(), committed: [], isModule: moduleTypes(root), configOf: configReader(), compileOnce: () => Promise.resolve(undefined) };
  const facts = await Promise.all(folders.map((folder) => collectService(placeOf(folder), sharing)));
  const name = nameOf(path.basename(root));
  const proposal = proposeManifest(name, facts, ({ place }) => path.relative(root, place.folder).split(path.sep).join('/') || '.');
  const launch = proposal.database && postgres(proposal.database);
  return { manifest: parsePlatform(manifestInput(proposal, launch)), text: renderManifest(proposal) };
}

function foldersOf(patterns: readonly string[], root: string): readonly string[] {
  const found = globSync([...patterns], { cwd: root, onlyDirectories: true, absolute: true, expandDirectories: false, ignore: ['**/node_modules/**'], deep: 8 });
  return found
    .map((folder) => path.normalize(folder).replace(/[\\/]$/, ''))
    .filter((folder) => SIGNS_OF_A_SERVICE.map((sign) => path.join(folder, sign)).some((one) => isFile(one) || isFolder(one)))
    .sort();
}

function placeOf(folder: string): ServicePlace {
  const built = ['dist/main.js', 'dist/index.js', 'dist/server.js', 'index.js', 'server.js', 'main.js'].find((one) => isFile(path.join(folder, one)));
  // Without a package.json nothing names the entry: what is there is taken for it.
  const command = built && !isFile(path.join(folder, 'package.json')) ? ['node', built] : undefined;
  return { name: nameOf(path.basename(folder)), folder, cwd: folder, command, env: {}, port: 0, dependsOn: [] };
}

function nameOf(folder: string): string {
  const name = folder.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-$/g, '');
  return name || 'platform';
}
