import type { FullConfig } from '@playwright/test';
import { exitOnUsageError } from '../errors/exit-on-usage-error';
import { removeManifest } from '../merge/shard-manifest';
import { SecretStore } from '../secrets/secret-store';
import { obtainStack } from '../stack/obtain-stack';
import { preparePlan } from '../stack/prepare-plan';
import { checkBrowsers } from './check-browsers';
import { outputFolder, platformOf } from './platform-setting';
import { forwardSigterm } from './forward-sigterm';
import { StackProgress } from './stack-progress';
import { STATE_VARIABLE } from './state-variable';

/**
 * Playwright's global set-up: builds the platform where it is stale, brings the stack up (or stands
 * on the warm one of this checkout), and returns the teardown. A service that does not come up does
 * not throw: the reporter tells what that means for each test.
 */
export default async function globalSetup(config: FullConfig): Promise<() => Promise<void>> {
  const setting = platformOf(config);
  if (!setting) throw new Error('The configuration was not made by defineConfig of groundwork-e2e/config.');
  forwardSigterm();
  removeManifest(outputFolder(setting));
  checkBrowsers(config);
  const progress = new StackProgress(setting.manifest);
  const plan = await preparePlan(setting, progress.onBuild).catch((error: unknown) =>
    exitOnUsageError(() => {
      throw error;
    }),
  );
  const stack = await obtainStack(plan, progress);
  process.env[STATE_VARIABLE] = stack.stateFile;
  return async () => {
    await stack.stop();
    new SecretStore(stack.stateFile).remove();
    delete process.env[STATE_VARIABLE];
  };
}
