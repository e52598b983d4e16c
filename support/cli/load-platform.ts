import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PlatformSetting } from '../config/platform-setting';
import { loadEnvironment } from '../environment/load-environment';
import { UsageError } from '../errors/usage-error';
import { adoptChoice } from '../stack/warm/choice';
import { chooseLaunchers } from '../launchers/choose-launchers';
import { parsePlatform } from '../manifest/parse-platform';

const load = createRequire(__filename);

const NAMES = ['groundwork.config.ts', 'groundwork.config.js', 'groundwork.config.cjs'];

/**
 * Loads the manifest of the current folder, or of one above it.
 *
 * @throws UsageError when there is none, or when it is wrong.
 */
export function loadPlatform(from = process.cwd(), warm: 'as it runs' | 'anew' = 'as it runs'): PlatformSetting {
  const { file, root } = findManifest(from);
  if (warm === 'as it runs') adoptChoice(root);
  const environment = loadEnvironment(root);
  if (file.endsWith('.ts')) registerTypeScript(root);
  const loaded: unknown = load(file);
  const exported: unknown =
    typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : loaded;
  return { manifest: chooseLaunchers(parsePlatform(exported), environment), root };
}

/**
 * The manifest of a folder, or of one above it; it is not read.
 *
 * @throws UsageError when there is none.
 */
export function findManifest(from: string): { readonly file: string; readonly root: string } {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const file = NAMES.map((name) => path.join(folder, name)).find(existsSync);
    if (file) return { file, root: folder };
    if (path.dirname(folder) === folder) break;
  }
  throw new UsageError(`There is no groundwork.config.ts in ${from} or above it. Go to the folder of your manifest.`);
}

function registerTypeScript(root: string): void {
  // Loaded here, because TypeScript takes a third of a second and most commands can do without.
  const { register } = load('ts-node') as typeof import('ts-node');
  const compilerOptions = { module: 'node16', moduleResolution: 'node16', target: 'es2022', rootDir: root, esModuleInterop: true };
  register({ cwd: root, transpileOnly: true, skipProject: true, compilerOptions });
}
