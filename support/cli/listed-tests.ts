import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** One test of the suite, in one project, as `playwright test --list` tells it. */
export interface ListedTest {
  readonly id: string;
  readonly tags: readonly string[];
}

interface JsonSuite {
  readonly suites?: readonly JsonSuite[];
  readonly specs?: readonly { readonly id: string; readonly tags: readonly string[]; readonly tests: readonly unknown[] }[];
}

/** All tests of the suite in a folder; none when they cannot be listed (a spec with a syntax error). */
export async function listTests(root: string): Promise<readonly ListedTest[]> {
  const cli = require.resolve('@playwright/test/cli', { paths: [root] });
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [cli, 'test', '--list', '--reporter=json'], {
      cwd: root,
      maxBuffer: 256 * 1024 * 1024,
    });
    const json = stdout.slice(stdout.indexOf('{'));
    return testsOf(JSON.parse(json) as JsonSuite); // Playwright's JSON report
  } catch {
    return [];
  }
}

function testsOf(suite: JsonSuite): readonly ListedTest[] {
  const own = (suite.specs ?? []).flatMap(({ id, tags, tests }) =>
    tests.map(() => ({ id, tags: tags.map((tag) => `@${tag.replace(/^@/, '')}`) })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)];
}

/** The path of a file relative to the current folder, for messages. */
export function shortPath(file: string): string {
  return path.relative(process.cwd(), file) || '.';
}
