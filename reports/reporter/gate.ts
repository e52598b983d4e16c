import type { Suite, TestRun } from '@playwright/test/reporter';
import type { PlatformManifest } from '../../support/manifest/schema';
import type { KnownTests } from '../../support/history/known-tests';
import { needsOfTest } from '../../support/needs/needs-of-test';
import { needsReal, realMessage } from '../../support/needs/needs-real';
import type { StackState } from '../../support/stack/stack-state';
import { blockedMessage, decideBlocked } from '../../support/verdict/blocked';

/** What the gate looks at and acts on. */
export interface GateSetting {
  readonly suite: Suite;
  readonly testRun: TestRun;
  readonly manifest: PlatformManifest;
  readonly state: StackState;
  readonly history: KnownTests;
}

/**
 * Skips, before any worker starts, every test that needs a real service of which the run has a mock or
 * nothing, and every test whose needs are not ready, with the evidence. Tests of set-up and teardown
 * projects are left alone: Playwright runs them in full and refuses their skip.
 *
 * @returns the ids of the tests that it has skipped
 */
export function gate({ suite, testRun, manifest, state, history }: GateSetting): ReadonlySet<string> {
  const readiness = Object.fromEntries(
    Object.values(state.services).map((service) => [service.name, service.readiness]),
  );
  const projects = suite.suites.flatMap((one) => one.project() ?? []);
  const serving = new Set(projects.flatMap((one) => [...one.dependencies, one.teardown]));
  const judged = suite.suites.filter((one) => !serving.has(one.project()?.name));
  const skipped = new Set<string>();
  for (const test of judged.flatMap((one) => one.allTests())) {
    const { services: needs } = needsOfTest(test, history, manifest);
    const missing = needsReal({ tags: test.tags, needs }, manifest.services);
    if (missing.length > 0) {
      testRun.skip(test, realMessage(missing, manifest.services));
      skipped.add(test.id);
      continue;
    }
    const blocked = decideBlocked({ needs, services: manifest.services, readiness });
    if (!blocked) continue;
    testRun.skip(test, blockedMessage(blocked));
    skipped.add(test.id);
  }
  return skipped;
}
