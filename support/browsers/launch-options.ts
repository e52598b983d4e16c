import type { LaunchOptions } from '@playwright/test';
import type { FoundChromium } from './find';

/** What of the surroundings changes how Chromium is started. */
export interface LaunchSurroundings {
  readonly root: boolean;
  readonly ci: boolean;
}

/** Keeps Chromium from making connections of its own: on a closed network each is a slow failure. */
const quietArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
] as const;

/** How Playwright starts the Chromium that was found. A missing one is left to Playwright's message. */
export function chromiumLaunchOptions(
  found: FoundChromium,
  around: LaunchSurroundings,
): LaunchOptions {
  // CI machines have no graphics card, and looking for one costs a process and warnings.
  const args = [...quietArguments, ...(around.ci || around.root ? ['--disable-gpu'] : [])];
  return {
    args,
    // Chromium refuses to start its sandbox as root.
    ...(around.root ? { chromiumSandbox: false } : {}),
    ...(found.kind === 'system' ? { executablePath: found.executablePath } : {}),
    // Without its headless shell Playwright needs to be told to run the full build without a window.
    ...(found.kind === 'playwright' && found.build === 'full' ? { channel: 'chromium' } : {}),
  };
}
