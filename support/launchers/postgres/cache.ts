import { chownSync, mkdirSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Account } from './account';
import { trustedFolder } from './trust';

/** What the place of the cache depends on. */
export interface CacheSurroundings {
  readonly platform: NodeJS.Platform;
  readonly uid: number | undefined;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The two parts of the cache: programs, and clusters to copy from. */
export interface Cache {
  readonly binaries: string;
  readonly templates: string;
}

/** Where the cache is when nobody says otherwise; root's is where only root can write. */
export function defaultCacheFolder(around: CacheSurroundings): string {
  const { platform, uid, home, env } = around;
  if (platform === 'win32') {
    return path.win32.join(env['LOCALAPPDATA'] ?? home, 'groundwork', 'postgres');
  }
  if (uid === 0) {
    return platform === 'darwin' ? '/Library/Caches/groundwork' : '/var/cache/groundwork';
  }
  const isHomeless = !path.posix.isAbsolute(home) || home === '/' || home === '/nonexistent';
  if (isHomeless) {
    return `/var/tmp/groundwork-${uid ?? 0}`;
  }
  const caches = platform === 'darwin' ? 'Library/Caches' : '.cache';
  return path.posix.join(env['XDG_CACHE_HOME'] || path.posix.join(home, caches), 'groundwork');
}

/** Opens the cache, after checking that no other user can change it. */
export function openCache(wanted: string | undefined, account: Account | undefined): Cache {
  const uid = process.getuid?.();
  const around = { platform: process.platform, uid, home: os.homedir(), env: process.env };
  const folder = path.resolve(wanted ?? defaultCacheFolder(around));
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true });
  // /var and /tmp are links on some systems; the chain that is checked is the real one.
  const root = trustedFolder(path.join(realpathSync(parent), path.basename(folder)), uid);
  const templates = path.join(
    root,
    account === undefined ? 'templates' : `templates-${account.name}`,
  );
  mkdirSync(templates, { recursive: true, mode: 0o700 });
  if (account !== undefined) {
    chownSync(templates, account.uid, account.gid);
  }
  return { binaries: path.join(root, 'binaries'), templates };
}
