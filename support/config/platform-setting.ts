import type { FullConfig } from '@playwright/test';
import path from 'node:path';
import type { PlatformManifest } from '../manifest/schema';

/** The platform as fixtures, global set-up and reporter receive it. */
export interface PlatformSetting {
  readonly manifest: PlatformManifest;
  /** The folder of the manifest: commands, paths and globs start there. */
  readonly root: string;
}

/** The option under which `defineConfig` hands the platform to every project's `use`. */
export interface PlatformOption {
  readonly platform: PlatformSetting;
}

/** The platform of a loaded configuration; `undefined` when it was not made by `defineConfig`. */
export function platformOf(config: FullConfig): PlatformSetting | undefined {
  for (const project of config.projects) {
    const use: object = project.use;
    const found: unknown = Reflect.get(use, 'platform');
    // Only `defineConfig` sets this option.
    if (found !== undefined) return found as PlatformSetting;
  }
  return undefined;
}

/** The folder for everything that a run writes, such as `reports/output`. */
export function outputFolder(setting: PlatformSetting): string {
  return path.resolve(setting.root, setting.manifest.paths.output);
}
