import { Command, InvalidArgumentError } from 'commander';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { outputFolder } from '../config/platform-setting';
import { describeError } from '../errors/describe-error';
import { UsageError } from '../errors/usage-error';
import { shortPath } from './listed-tests';
import { loadPlatform } from './load-platform';

interface Options {
  readonly open?: true;
  readonly port: number;
}

/** `groundwork report`: serves the Allure report, and the trace viewer with it. */
export function reportCommand(): Command {
  return new Command('report')
    .description('serve the Allure report on this machine, with Playwright\'s trace viewer: no internet is needed')
    .argument('[folder]', "a report, instead of the last run's: what a CI has left, say")
    .option('--open', "open it in the system's browser")
    .option('--port <port>', 'the port; any free one unless given', portNumber, 0)
    .action(run);
}

async function run(given: string | undefined, { open, port }: Options): Promise<void> {
  const folder = path.resolve(given ?? path.join(outputFolder(loadPlatform()), 'allure'));
  if (!existsSync(path.join(folder, 'index.html'))) throw new UsageError(none(folder, given));
  const { serveReport } = await import('../report/serve-report.js');
  const { traceViewerFolder } = await import('../report/trace-viewer.js');
  const viewer = traceViewerFolder(process.cwd()) ?? traceViewerFolder(__dirname);
  if (!viewer) process.stderr.write('Playwright\'s trace viewer was not found: traces can only be downloaded. "npm install" brings it.\n');
  const ended = untilStopped();
  const server = await serveReport({ folder, viewer, port });
  process.stdout.write(`${shortPath(folder)} is served at ${server.url} (Ctrl-C ends it)\n`);
  if (open) await openBrowser(server.url);
  await ended;
  await server.close();
}

function none(folder: string, given: string | undefined): string {
  const place = `There is no report in ${shortPath(folder)}`;
  if (given !== undefined) return `${place}: give the folder with its index.html.`;
  return `${place}. "npx playwright test" makes one at its end, "groundwork merge" one of several shards.`;
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

/** A machine without a browser is no reason to end: the address was printed. */
async function openBrowser(url: string): Promise<void> {
  const told = (error: unknown): void => {
    process.stderr.write(`No browser could be opened (${describeError(error)}): open the address yourself.\n`);
  };
  try {
    const { default: openUrl } = await import('open');
    (await openUrl(url)).once('error', told);
  } catch (error) {
    told(error);
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('A port from 0 to 65535 is allowed.');
  return port;
}
