import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PlatformManifest } from '../manifest/schema';
import { field } from '../data/field';
import { holdingLock } from '../stack/lock-file';
import { fingerprintFiles } from './fingerprint-files';

type Build = NonNullable<PlatformManifest['build']>;

/** What `ensureBuilt` did; times in milliseconds. */
export type BuildOutcome =
  | { readonly kind: 'current' }
  | { readonly kind: 'built'; readonly tookMs: number };

/**
 * Builds the platform unless its outputs are those of its present inputs. Runs of one checkout that
 * start at once build it once.
 *
 * @throws Error with the end of the command's output when the build fails.
 */
export async function ensureBuilt(build: Build, root: string): Promise<BuildOutcome> {
  const stamp = path.join(root, '.groundwork', 'build.json');
  const fingerprint = fingerprintFiles(build.inputs, root);
  const isCurrent = (): boolean =>
    build.outputs.every((output) => existsSync(path.join(root, output))) && readStamp(stamp) === fingerprint;
  if (isCurrent()) return { kind: 'current' };
  mkdirSync(path.dirname(stamp), { recursive: true });
  return holdingLock(`${stamp}.lock`, async () => {
    if (isCurrent()) return { kind: 'current' };
    const started = Date.now();
    await run(build.command, root);
    writeFileSync(stamp, JSON.stringify({ fingerprint }));
    return { kind: 'built', tookMs: Date.now() - started };
  });
}

/** The platform could not be built; its message is the end of the build's own output. */
class BuildError extends Error {
  override readonly name = 'BuildError';

  constructor(message: string, options: ErrorOptions) {
    super(message, options);
    // Where in Groundwork the build was called says nothing of what is wrong with it.
    this.stack = message;
  }
}

function readStamp(file: string): unknown {
  try {
    return field(JSON.parse(readFileSync(file, 'utf8')), 'fingerprint');
  } catch {
    return undefined;
  }
}

function run(command: readonly string[], cwd: string): Promise<void> {
  const [program = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const fail = (how: string, cause?: Error) =>
      reject(new BuildError(`The platform's build "${command.join(' ')}" ${how}\n${output.trim()}`, { cause }));
    child.once('error', (error) => fail(`could not be started: ${error.message}`, error));
    child.once('close', (code) => (code === 0 ? resolve() : fail(`ended with exit code ${code}:`)));
  });
}
