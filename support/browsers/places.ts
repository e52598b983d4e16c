import path from 'node:path';
import type { Machine } from './machine';

const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
] as const;

const windowsRoots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'] as const;
const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
] as const;

/** Where installers put Chrome and Chromium on systems that have no PATH names for them. */
export function wellKnownPlaces(machine: Pick<Machine, 'platform' | 'env'>): readonly string[] {
  const { platform, env } = machine;
  if (platform === 'darwin') {
    const home = env['HOME'];
    const own = home === undefined ? [] : macPlaces.map((file) => path.posix.join(home, file));
    return [...macPlaces, ...own];
  }
  if (platform !== 'win32') {
    return [];
  }
  return windowsRoots.flatMap((name) => {
    const root = env[name];
    return root === undefined
      ? []
      : windowsPrograms.map((parts) => path.win32.join(root, ...parts));
  });
}

/** The first program of that name in the folders of PATH. */
export function findOnPath(
  name: string,
  machine: Pick<Machine, 'platform' | 'env' | 'isExecutable'>,
): string | undefined {
  const rules = machine.platform === 'win32' ? path.win32 : path.posix;
  const suffix = machine.platform === 'win32' ? '.exe' : '';
  const text = machine.env['PATH'] ?? machine.env['Path'] ?? '';
  return text
    .split(rules.delimiter)
    .filter((folder) => rules.isAbsolute(folder))
    .map((folder) => rules.join(folder, `${name}${suffix}`))
    .find((file) => machine.isExecutable(file));
}
