import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { chromium, firefox, webkit } from '@playwright/test';

/** The engines that Playwright has builds of. */
export type Engine = 'chromium' | 'firefox' | 'webkit';

/** What the search for browsers may ask of a machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  exists(file: string): boolean;
  isExecutable(file: string): boolean;
  /** Where Playwright expects its own build; nothing if it has none for this system. */
  playwrightExecutable(engine: Engine): string | undefined;
}

const engines = { chromium, firefox, webkit } as const;

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function playwrightExecutable(engine: Engine): string | undefined {
  try {
    return engines[engine].executablePath() || undefined;
  } catch {
    return undefined;
  }
}

/** The machine that this runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    exists: existsSync,
    isExecutable,
    playwrightExecutable,
  };
}
