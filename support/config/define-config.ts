import { defineConfig as definePlaywrightConfig, type PlaywrightTestConfig } from '@playwright/test';
import path from 'node:path';
import { loadEnvironment } from '../environment/load-environment';
import { exitOnUsageError } from '../errors/exit-on-usage-error';
import type { BlockedPolicy } from '../run/exit-policy';
import type { Platform } from '../manifest/define-platform';
import { adoptChoice } from '../stack/warm/choice';
import { chooseLaunchers } from '../launchers/choose-launchers';
import { withBrowsers } from './browser-projects';
import { ensureWritable } from './ensure-writable';
import { outputFolder, type PlatformOption, type PlatformSetting } from './platform-setting';
import type { QualityRules } from './quality-rules';
import { withReporters } from './reporters';

/** Playwright's options and Groundwork's own. */
export type GroundworkConfig<T, W> = PlaywrightTestConfig<T, W> & {
  /** The folder of the manifest; the current folder unless given. */
  readonly root?: string;
  /**
   * Whether the run ends with an Allure report; `true` unless given. Its results are written in any
   * case. A shard makes none: `groundwork merge` makes one of all.
   */
  readonly report?: boolean;
  /** What blocked tests make of a run: red (`fail`, unless given), or nothing (`allow`). */
  readonly blocked?: BlockedPolicy;
  /**
   * Rules of Allure's quality gate, beside those that say what the exit code says. A run of the whole suite for
   * which one does not hold is red; the gate never makes a red run green.
   */
  readonly qualityGate?: readonly QualityRules[];
};

/**
 * Playwright's `defineConfig` with the platform wired in: global set-up that brings the stack up,
 * Groundwork's reporter, Allure's results, and defaults. Everything of Playwright's can still be set.
 *
 * @example export default defineConfig(platform, { root: __dirname, testDir: 'specs' });
 */
export function defineConfig<T, W>(
  platform: Platform,
  options: GroundworkConfig<T, W> = {},
): PlaywrightTestConfig {
  const { root = process.cwd(), report = true, blocked = 'fail', qualityGate = [], ...playwright } = options;
  adoptChoice(root);
  const setting: PlatformSetting = exitOnUsageError(() => ({
    manifest: chooseLaunchers(platform, loadEnvironment(root)),
    root,
  }));
  const output = outputFolder(setting);
  const use: PlaywrightTestConfig['use'] & PlatformOption = {
    // A film would cost every test a tenth more; the pages at each step are in the trace without it.
    trace: { mode: 'retain-on-failure-and-retries', screenshots: false },
    screenshot: 'only-on-failure',
    ...playwright.use,
    platform: setting,
  };
  const { projects, reporter } = exitOnUsageError(() => {
    ensureWritable(output);
    const reporters = withReporters(playwright.reporter, { ...setting, report, blocked, qualityGate });
    return { ...withBrowsers(playwright.projects ?? [{}], use), reporter: reporters };
  });
  return definePlaywrightConfig({
    outputDir: path.join(output, 'artifacts'),
    fullyParallel: true,
    forbidOnly: Boolean(process.env.CI),
    ...playwright,
    globalSetup: [require.resolve('./global-setup'), ...listOf(playwright.globalSetup)],
    reporter,
    use,
    projects,
  });
}

function listOf(value: string | string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
