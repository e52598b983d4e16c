import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { field } from '../data/field';
import { UsageError } from '../errors/usage-error';
import { FACTS_VARIABLE, readFacts } from '../sharding/facts-file';
import type { SuiteFacts } from '../sharding/suite-facts';

/**
 * Lets Playwright load and filter the suite of a folder, and says what a plan needs to know of it.
 *
 * @param filters further arguments for `playwright test`
 * @throws UsageError when the suite cannot be loaded
 */
export async function loadFacts(root: string, filters: readonly string[]): Promise<SuiteFacts> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-plan-'));
  const file = path.join(folder, 'facts.json');
  const cli = require.resolve('@playwright/test/cli', { paths: [root] });
  try {
    await promisify(execFile)(process.execPath, [cli, 'test', '--list', '--reporter=dot', ...filters], {
      cwd: root,
      env: { ...process.env, [FACTS_VARIABLE]: file },
      maxBuffer: 256 * 1024 * 1024,
    });
    return readFacts(file);
  } catch (cause) {
    const told = [field(cause, 'stdout'), field(cause, 'stderr')].map((text) => String(text ?? '').trim()).filter(Boolean);
    throw new UsageError(`The suite cannot be planned, because "playwright test --list" does not load it:\n${told.join('\n')}`, { cause });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
