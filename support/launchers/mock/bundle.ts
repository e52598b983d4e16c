import { buildSync } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** A mock's module with all that it imports, as one file that Node loads. */
export interface Bundle {
  readonly file: string;
  /** A hash of everything in it. */
  readonly fingerprint: string;
}

const MOCKS = path.join(__dirname, '..', '..', 'mocks', 'index.js');

/**
 * Bundles a mock's module; what nobody has changed since is taken as it is.
 *
 * @throws Error with esbuild's words for a module that cannot be bundled.
 */
export function bundleMock(module: string, root: string): Bundle {
  const { outputFiles } = buildSync({
    stdin: { contents: `export { default } from ${JSON.stringify(module)};`, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    alias: { 'groundwork-e2e/mocks': MOCKS },
    sourcemap: 'inline',
    write: false,
    logLevel: 'silent',
  });
  const [output] = outputFiles;
  if (!output) throw new Error(`esbuild made nothing of ${module}.`);
  const fingerprint = createHash('sha256').update(output.contents).digest('hex').slice(0, 16);
  const folder = path.join(root, '.groundwork', 'mocks');
  const file = path.join(folder, `${fingerprint}.cjs`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) writeFileAtomic.sync(file, Buffer.from(output.contents));
  return { file, fingerprint };
}
