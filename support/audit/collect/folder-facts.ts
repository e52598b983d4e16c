import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'dotenv';
import { isWithin, readText } from './read-text';

const MIGRATION_FOLDERS = ['migrations', 'src/migrations', 'db/migrations', 'src/db/migrations', 'database/migrations'];
const MIGRATION = /\.([cm]?[jt]s|sql)$/;

/** Names of variables that the `.env` files of folders give. */
export function envNames(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => {
    const read = readText(path.join(folder, '.env'));
    return read.kind === 'text' ? Object.keys(parse(read.text)) : [];
  });
}

/** Env files below a root that git keeps; none where there is no git. Absolute paths. */
export async function committedEnv(root: string): Promise<readonly string[]> {
  try {
    const args = ['ls-files', '-z', '--', '.env', '.env.local', '.env.production', '*/.env', '*/.env.local', '*/.env.production'];
    const { stdout } = await promisify(execFile)('git', args, { cwd: root, timeout: 5_000, maxBuffer: 1024 * 1024 });
    return stdout.split('\0').filter(Boolean).map((file) => path.join(root, file));
  } catch {
    return [];
  }
}

/** Those of a service's own folder. */
export function committedEnvFiles(files: readonly string[], folder: string): readonly string[] {
  return files.filter((file) => isWithin(file, folder));
}

/** The migrations of a service, in order of their names: absolute paths. */
export function migrationFiles(folder: string): readonly string[] {
  return MIGRATION_FOLDERS.flatMap((name) => {
    const migrations = path.join(folder, name);
    return list(migrations)
      .filter((file) => MIGRATION.test(file) && !/^index\.|\.d\.ts$|\.test\.|\.spec\./.test(file))
      .sort()
      .map((file) => path.join(migrations, file));
  });
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder).slice(0, 2_000);
  } catch {
    return [];
  }
}
