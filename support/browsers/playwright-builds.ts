import path from 'node:path';
import { thisMachine } from './machine';
import type { Engine, Machine } from './machine';

const installedMarker = 'INSTALLATION_COMPLETE';

/**
 * The folder of the headless shell beside that of the full build. Playwright starts the shell when it
 * runs without a window, but `executablePath()` tells the place of the full build only.
 */
export function headlessShellFolder(fullBuild: string): string | undefined {
  const rules = /^[a-z]:\\/i.test(fullBuild) ? path.win32 : path.posix;
  const parts = fullBuild.split(rules.sep);
  const at = parts.findIndex((part) => /^chromium-\d+$/.test(part));
  return at < 0
    ? undefined
    : [
        ...parts.slice(0, at),
        (parts[at] ?? '').replace('chromium-', 'chromium_headless_shell-'),
      ].join(rules.sep);
}

/** Which of Playwright's own Chromium builds is installed for this version of Playwright. */
export function playwrightBuild(machine: Machine): 'headless-shell' | 'full' | undefined {
  const full = machine.playwrightExecutable('chromium');
  if (full === undefined) {
    return undefined;
  }
  const shell = headlessShellFolder(full);
  if (shell !== undefined && machine.exists(`${shell}/${installedMarker}`)) {
    return 'headless-shell';
  }
  return machine.isExecutable(full) ? 'full' : undefined;
}

/** Which engines can be tested here with Playwright's own builds. */
export type InstalledBrowsers = Readonly<Record<Engine, boolean>>;

/** Tells for each engine whether Playwright's own build is installed, so that only those get a project. */
export function installedBrowsers(machine: Machine = thisMachine()): InstalledBrowsers {
  const isInstalled = (engine: Engine): boolean => {
    const file = machine.playwrightExecutable(engine);
    return file !== undefined && machine.exists(file);
  };
  return {
    chromium: playwrightBuild(machine) !== undefined,
    firefox: isInstalled('firefox'),
    webkit: isInstalled('webkit'),
  };
}
