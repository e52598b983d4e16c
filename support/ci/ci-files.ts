import type { CiSetting } from './ci-setting';
import { github } from './github';
import { gitlab } from './gitlab';
import { kubernetes } from './kubernetes';

export type { CiSetting } from './ci-setting';

/** Systems that can run the shards of a suite. */
export const CI_SYSTEMS = ['github', 'gitlab', 'kubernetes'] as const;

export type CiSystem = (typeof CI_SYSTEMS)[number];

/** A file of a CI: its path below the repository, and its text. */
export interface CiFile {
  readonly path: string;
  readonly text: string;
}

/** The file that lets a CI run the suite in shards and merge them: the CI hands them out, every shard plans by itself. */
export function ciFile(system: CiSystem, setting: CiSetting): CiFile {
  return { path: PATHS[system], text: `${HEAD(system)}${TEXTS[system](setting)}` };
}

const PATHS: Readonly<Record<CiSystem, string>> = {
  github: '.github/workflows/e2e.yml',
  gitlab: '.gitlab-ci.yml',
  kubernetes: 'kubernetes/e2e-job.yml',
};

const HEAD = (system: CiSystem): string =>
  `# Written by "groundwork init --ci ${system}". See "groundwork plan" for how many shards are worth it.\n`;

const TEXTS: Readonly<Record<CiSystem, (setting: CiSetting) => string>> = { github, gitlab, kubernetes };
