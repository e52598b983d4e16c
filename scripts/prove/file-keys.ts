import { globSync } from 'tinyglobby';
import { fingerprintFiles } from '../../support/build/fingerprint-files';
import type { FileKey } from './recordings';

const WORLD = [
  'groundwork.config.ts',
  'package-lock.json',
  'fixtures/**/*.ts',
  'page-objects/**/*.ts',
  'platform/build.mjs',
  'platform/{backend,testing,web}/**/*.{ts,tsx,json,css,html}',
  'scripts/prove/damager/*.ts',
  'specs/e2e/support/**',
  'support/**/*.ts',
];

/**
 * Every spec file with what it stands on now.
 *
 * @param root the repository
 */
export function fileKeys(root: string): Readonly<Record<string, FileKey>> {
  const world = fingerprintFiles(WORLD, root);
  const files = globSync('specs/e2e/**/*.spec.ts', { cwd: root }).sort();
  const shared = new Map([...new Set(files.map(areaOf))].map((area) => [area, sharedIn(area, root)]));
  const keys = files.map((file) => {
    const spec = fingerprintFiles([file], root);
    return [file, { spec, world: `${shared.get(areaOf(file))} ${world}` }];
  });
  return Object.fromEntries(keys);
}

/** The folder of a spec file's area. */
export function areaOf(file: string): string {
  return file.split('/').slice(0, 3).join('/');
}

// What is no spec in an area's folder is shared by its specs.
function sharedIn(area: string, root: string): string {
  return fingerprintFiles([`${area}/**/*.ts`, `!${area}/**/*.spec.ts`], root);
}

/** The files whose recording does not hold any more, or that have none. */
export function staleFiles(
  now: Readonly<Record<string, FileKey>>,
  recorded: Readonly<Record<string, { readonly key: FileKey }>>,
  trust: boolean,
): readonly string[] {
  return Object.entries(now)
    .filter(([file, key]) => {
      const known = recorded[file]?.key;
      return known?.spec !== key.spec || (!trust && known.world !== key.world);
    })
    .map(([file]) => file);
}
