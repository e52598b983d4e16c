import type { FullConfig } from '@playwright/test';
import { findChromium } from '../browsers';
import { exitOnUsageError } from '../errors/exit-on-usage-error';
import { UsageError } from '../errors/usage-error';

/**
 * Ends the run, before anything is started, when its projects want a Chromium and there is none: it
 * would otherwise be the same long error in every test.
 */
export function checkBrowsers(config: FullConfig): void {
  exitOnUsageError(() => {
    const wanting = config.projects.filter(
      ({ use }) =>
        (use.browserName ?? use.defaultBrowserType ?? 'chromium') === 'chromium' &&
        !use.channel &&
        !use.connectOptions &&
        !use.launchOptions?.executablePath,
    );
    if (wanting.length === 0) return;
    const found = findChromium();
    if (found.kind !== 'missing') return;
    const names = wanting.map(({ name }) => name || 'the only project').join(', ');
    throw new UsageError(
      `There is no Chromium for ${names}. Looked for: ${found.tried.join(', ')}.\n` +
        'Run "npx groundwork browsers", which brings one, or set GROUNDWORK_CHROMIUM to the path of one.',
    );
  });
}
