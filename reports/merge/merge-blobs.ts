import { execFile } from 'node:child_process';
import { constants, copyFileSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describeError } from '../../support/errors/describe-error';
import { checkBlob } from '../../support/merge/check-blob';
import type { MergeProblem } from '../../support/merge/problem';
import type { ShardFolder } from '../../support/merge/read-shard';

/** Where Playwright's blobs are merged, and the folder whose Playwright does it. */
export interface BlobSetting {
  readonly shards: readonly Pick<ShardFolder, 'folder' | 'manifest'>[];
  readonly output: string;
  readonly root: string;
}

/** What became of the blobs. */
export interface MergedBlobs {
  /** Where Playwright's own report is; missing where no shard has left a blob. */
  readonly line?: string;
  readonly problems: readonly MergeProblem[];
}

/** Merges the blob reports that shards have left, without those that are damaged, into Playwright's HTML report. */
export async function mergeBlobs({ shards, output, root }: BlobSetting): Promise<MergedBlobs> {
  const found = shards.map((shard) => ({ shard, blobs: blobsOf(shard.folder) }));
  if (found.every(({ blobs }) => blobs.length === 0)) return { problems: [] };
  const gathered = path.join(output, 'blobs');
  rmSync(gathered, { recursive: true, force: true });
  mkdirSync(gathered, { recursive: true });
  const problems: MergeProblem[] = [];
  for (const { shard, blobs } of found) {
    const { current } = shard.manifest.shard;
    const tell = (message: string): void => void problems.push({ kind: 'damaged', shard: current, message });
    if (blobs.length === 0 && shard.manifest.state === 'ended') tell(`Shard ${current} left no blob report, as others did.`);
    for (const [index, blob] of blobs.entries()) {
      const wrong = await checkBlob(blob);
      if (wrong) tell(`${path.relative(process.cwd(), blob)} ${wrong}: it was left out of Playwright's report.`);
      else lay(blob, path.join(gathered, `shard-${String(current).padStart(5, '0')}-${index}.zip`));
    }
  }
  try {
    return { line: await merge(gathered, { output, root }), problems };
  } catch (error) {
    const message = `Playwright could not merge the blob reports: ${describeError(error)}`;
    return { problems: [...problems, { kind: 'damaged', message }] };
  } finally {
    rmSync(gathered, { recursive: true, force: true });
  }
}

function blobsOf(folder: string): readonly string[] {
  return [folder, path.join(folder, 'blob-report')].flatMap((place) => zipsIn(place));
}

function zipsIn(place: string): readonly string[] {
  try {
    return readdirSync(place).filter((name) => name.endsWith('.zip')).sort().map((name) => path.join(place, name));
  } catch {
    return [];
  }
}

function lay(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}

async function merge(gathered: string, { output, root }: Omit<BlobSetting, 'shards'>): Promise<string | undefined> {
  if (readdirSync(gathered).length === 0) return undefined;
  const report = path.join(output, 'playwright-report');
  const cli = require.resolve('@playwright/test/cli', { paths: [root] });
  const env = { ...process.env, PLAYWRIGHT_HTML_OUTPUT_DIR: report, PLAYWRIGHT_HTML_OPEN: 'never', PW_TEST_REPORTER: '' };
  await promisify(execFile)(process.execPath, [cli, 'merge-reports', gathered, '--reporter=html'], { cwd: root, env, maxBuffer: 64 * 1024 * 1024 });
  return `Playwright's report: ${path.join(path.relative(process.cwd(), report), 'index.html')}`;
}
