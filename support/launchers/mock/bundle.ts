import { buildSync, type BuildOptions } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** A mock's module with all that it imports, as one file that Node loads. */
export interface Bundle {
  readonly file: string;
  /** A hash of everything in it. */
  readonly fingerprint: string;
}

/** What was bundled, and of what: a file below the folder of the manifest → the hash of its content. */
interface Note extends Bundle {
  readonly inputs: Readonly<Record<string, string>>;
}

const MOCKS = path.join(__dirname, '..', '..', 'mocks', 'index.js');

/**
 * Bundles a mock's module; where nobody has changed a file of it, what was bundled before is taken.
 *
 * @throws Error with esbuild's words for a module that cannot be bundled.
 */
export function bundleMock(module: string, root: string): Bundle {
  const folder = path.join(root, '.groundwork', 'mocks');
  const note = path.join(folder, `${hashOf(module)}.json`);
  const before = readNote(note);
  if (before && existsSync(before.file) && isUnchanged(before, root)) return before;
  const { outputFiles, metafile } = buildSync({ ...OPTIONS, ...entryOf(module, root), outdir: folder });
  const code = outputFiles.find(({ path: file }) => file.endsWith('.js'));
  const map = outputFiles.find(({ path: file }) => file.endsWith('.map'));
  if (!code || !map) throw new Error(`esbuild made nothing of ${module}.`);
  const fingerprint = hashOf(code.contents);
  const file = path.join(folder, `${fingerprint}.cjs`);
  mkdirSync(folder, { recursive: true });
  writeFileAtomic.sync(`${file}.map`, Buffer.from(map.contents));
  writeFileAtomic.sync(file, `${code.text}\n//# sourceMappingURL=${fingerprint}.cjs.map\n`);
  const files = Object.keys(metafile.inputs).filter((name) => existsSync(path.join(root, name)));
  const inputs = Object.fromEntries(files.map((name) => [name, hashOf(readFileSync(path.join(root, name)))]));
  writeFileAtomic.sync(note, JSON.stringify({ file, fingerprint, inputs } satisfies Note));
  return { file, fingerprint };
}

const OPTIONS = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  // The mocks of one run, and the program that serves them, are of one version of this package.
  alias: { 'groundwork-e2e/mocks': MOCKS },
  sourcemap: 'external',
  metafile: true,
  write: false,
  logLevel: 'silent',
} as const satisfies BuildOptions;

function entryOf(module: string, root: string) {
  return { absWorkingDir: root, stdin: { contents: `export { default } from ${JSON.stringify(module)};`, resolveDir: root } } as const;
}

function isUnchanged({ inputs }: Note, root: string): boolean {
  return Object.entries(inputs).every(([name, hash]) => {
    const file = path.join(root, name);
    return existsSync(file) && hashOf(readFileSync(file)) === hash;
  });
}

function readNote(file: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Note; // written here
  } catch {
    return undefined; // nothing was bundled yet
  }
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
