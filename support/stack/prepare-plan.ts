import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { ensureBuilt, type BuildOutcome } from '../build/ensure-built';
import { outputFolder, type PlatformSetting } from '../config/platform-setting';
import { parseEnvironment } from '../environment/parse-environment';
import { applyEnvironment } from './apply-environment';
import { prepareLogs } from './log-folder';
import { planStack } from './plan-stack';
import type { StackPlan } from './stack-plan';
import { sweep } from './sweep';

/**
 * Ends what killed runs have left, builds the platform where it is stale, and plans its stack.
 *
 * @throws UsageError for variables that name what the manifest does not have; Error when the build fails.
 */
export async function preparePlan(
  setting: PlatformSetting,
  onBuild: (outcome: BuildOutcome) => void = () => undefined,
  logsFolder = 'logs',
): Promise<StackPlan> {
  const { manifest, root } = setting;
  await sweep();
  if (manifest.build) onBuild(await ensureBuilt(manifest.build, root));
  const runId = randomUUID().slice(0, 8);
  const logs = prepareLogs(path.join(outputFolder(setting), logsFolder), runId);
  return applyEnvironment(planStack(manifest, { root, runId, logs }), parseEnvironment(process.env));
}
