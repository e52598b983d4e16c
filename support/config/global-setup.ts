import type { FullConfig } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { ensureBuilt } from '../build/ensure-built';
import { parseEnvironment } from '../environment/parse-environment';
import { exitOnUsageError } from '../errors/exit-on-usage-error';
import { SecretStore } from '../secrets/secret-store';
import { applyEnvironment } from '../stack/apply-environment';
import { planStack } from '../stack/plan-stack';
import { prepareLogs } from '../stack/log-folder';
import { sweepDeadRuns } from '../stack/run-registry';
import { startStack } from '../stack/start-stack';
import { checkBrowsers } from './check-browsers';
import { outputFolder, platformOf, type PlatformSetting } from './platform-setting';
import { StackProgress } from './stack-progress';
import { STATE_VARIABLE } from './state-variable';

/**
 * Playwright's global set-up: builds the platform where it is stale, brings the stack up, and
 * returns the teardown. A service that does not come up does not throw: the reporter tells what
 * that means for each test.
 */
export default async function globalSetup(config: FullConfig): Promise<() => Promise<void>> {
  const setting = platformOf(config);
  if (!setting) throw new Error('The configuration was not made by defineConfig of groundwork-e2e/config.');
  checkBrowsers(config);
  const progress = new StackProgress(setting.manifest);
  sweepDeadRuns();
  await build(setting, progress);
  const runId = randomUUID().slice(0, 8);
  const logs = prepareLogs(path.join(outputFolder(setting), 'logs'), runId);
  const place = { root: setting.root, runId, logs };
  const plan = exitOnUsageError(() =>
    applyEnvironment(planStack(setting.manifest, place), parseEnvironment(process.env)),
  );
  const stack = await startStack(plan, (event) => progress.note(event));
  process.env[STATE_VARIABLE] = stack.stateFile;
  return async () => {
    await stack.stop();
    new SecretStore(stack.stateFile).remove();
    delete process.env[STATE_VARIABLE];
  };
}

async function build({ manifest, root }: PlatformSetting, progress: StackProgress): Promise<void> {
  if (!manifest.build) return;
  const outcome = await ensureBuilt(manifest.build, root);
  if (outcome.kind === 'built') progress.built(outcome.tookMs);
}
