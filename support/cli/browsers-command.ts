import { Command } from 'commander';
import { bringChromium, installedBrowsers } from '../browsers';

/** `groundwork browsers`: finds a Chromium, or brings one, and says which browsers there are. */
export function browsersCommand(): Command {
  return new Command('browsers')
    .description('find a Chromium to test with, or bring one')
    .action(async () => {
      const found = await bringChromium();
      const chromium = found.kind === 'system' ? found.executablePath : "Playwright's own";
      const { firefox, webkit } = installedBrowsers();
      const others = [firefox && 'Firefox', webkit && 'WebKit'].filter(Boolean).join(', ');
      process.stdout.write(`Chromium: ${chromium}; also installed: ${others || 'none'}\n`);
    });
}
