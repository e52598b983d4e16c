import { execFileSync } from 'node:child_process';

/** Where CIs say which commit they run, for an image that holds no repository. */
const VARIABLES = ['GROUNDWORK_COMMIT', 'GITHUB_SHA', 'CI_COMMIT_SHA'] as const;

/** The commit that a folder's repository stands on; `undefined` where nobody knows. */
export function commitOf(folder: string): string | undefined {
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: folder, encoding: 'utf8', stdio: [...stdio] }).trim();
  } catch {
    return firstOf(VARIABLES);
  }
}

/** What the CI calls the run that all shards belong to; `undefined` where it says nothing. */
export function ciRunOf(): string | undefined {
  return firstOf(['GROUNDWORK_RUN', 'GITHUB_RUN_ID', 'CI_PIPELINE_ID']);
}

function firstOf(names: readonly string[]): string | undefined {
  return names.map((name) => process.env[name]).find(Boolean);
}
