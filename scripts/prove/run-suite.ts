import { buildSync } from 'esbuild';
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import { programs, root } from '../steps';
import { FOLDER_VARIABLE, ProveFolder, type Asked, type Assigned, type Ended, type Orders } from './damager/folder';
import type { Route } from './routes';

const DAMAGER = 'damager.js';

/** One run of a part of the suite. */
export interface SuiteRun {
  /** Spec files, relative to the repository. */
  readonly files: readonly string[];
  /** Without orders every test runs, and nothing is damaged. */
  readonly orders?: Orders;
}

/** What a run has shown. */
export interface SuiteRunResult {
  readonly routes: readonly Route[];
  /** Which damage was done to which test, by its id in this run. */
  readonly damages: Readonly<Record<string, Assigned>>;
  readonly asked: readonly Asked[];
  readonly ended: readonly Ended[];
}

/**
 * Runs spec files on a stack of its own with the damager in every service.
 *
 * @param folder for all that the run writes; what was there before is gone
 * @throws Error with the place of its output when the run did not come to its tests.
 */
export async function runSuite(folder: string, { files, orders }: SuiteRun): Promise<SuiteRunResult> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  bundleDamager(folder);
  const place = new ProveFolder(folder);
  if (orders) place.setOrders(orders);
  const repeats = Math.max(1, ...Object.values(orders ?? {}).map((damages) => damages.length));
  const log = path.join(folder, 'run.log');
  const patterns = files.map((file) => `${file.replaceAll(/[.+()[\]]/g, '\\$&')}$`);
  const args = ['test', '-c', 'scripts/prove/playwright.config.ts', '--project=desktop', `--repeat-each=${repeats}`];
  await playwright([...args, ...patterns], { folder, log });
  const [routes, ended, asked] = [place.routes(), place.ended(), place.asked()];
  // Without a single answer the damager was not there, and nothing would mean anything.
  if (!routes || ended.length === 0 || asked.length === 0) {
    throw new Error(`The suite did not run, or not on this platform; its output is in ${log}.`);
  }
  return { routes, ended, damages: place.damages(), asked };
}

function optionsWith(module: string): string {
  return [process.env.NODE_OPTIONS, `--require ${JSON.stringify(module)}`].join(' ').trim();
}

function bundleDamager(folder: string): void {
  buildSync({
    entryPoints: [path.join(__dirname, 'damager/main.ts')],
    outfile: path.join(folder, DAMAGER),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  });
}

function playwright(args: readonly string[], { folder, log }: { folder: string; log: string }): Promise<void> {
  const output = openSync(log, 'w');
  const run = new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [programs.playwright, ...args], {
      cwd: root,
      // Specs that start a copy of a service hand their own environment on to it.
      env: { ...process.env, [FOLDER_VARIABLE]: folder, NODE_OPTIONS: optionsWith(path.join(folder, DAMAGER)) },
      stdio: ['ignore', output, output],
    });
    child.once('error', reject);
    // Red tests are what is looked for: how the run ended tells nothing.
    child.once('exit', () => resolve());
  });
  return run.finally(() => closeSync(output));
}
