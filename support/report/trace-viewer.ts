import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * The folder of the trace viewer in the installed Playwright, the same version that wrote the traces;
 * `undefined` where it has none.
 *
 * @param root the folder whose Playwright is meant
 */
export function traceViewerFolder(root: string): string | undefined {
  let from = path.join(root, 'package.json');
  // Each is looked up from the one before: package managers need not put them side by side.
  for (const name of ['@playwright/test', 'playwright', 'playwright-core']) {
    try {
      from = createRequire(from).resolve(`${name}/package.json`);
    } catch {
      return undefined;
    }
  }
  const folder = path.join(path.dirname(from), 'lib', 'vite', 'traceViewer');
  return existsSync(path.join(folder, 'index.html')) ? folder : undefined;
}
