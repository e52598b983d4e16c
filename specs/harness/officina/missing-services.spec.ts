import officina from '../../../groundwork.config';
import { closeOverDependencies } from '../../../support/manifest/dependencies';
import type { TestRecord } from '../../../support/run/run-record';
import { expect, test } from '../support/mini-test';
import { runOf } from '../support/runs';
import { officinaFiles, testSample } from './officina-project';

// One stack of ten services at a time, and no two builds of the platform.
test.describe.configure({ mode: 'default', timeout: 180_000 });

const { services } = officina;
const EIGHT = Object.keys(services).filter((name) => name !== 'database' && name !== 'web');

const standOn = (names: readonly string[], service: string) => closeOverDependencies(services, names).has(service);

/**
 * What a test must come to without a service: blocked by it where it says that it needs it, and where it
 * could not do without (it asked for it, as for making a colleague); else passed.
 */
function allowed({ declared, learned }: TestRecord, missing: string): readonly string[] {
  if (standOn(declared, missing)) return [missing];
  return standOn(learned, missing) ? [missing, 'passed'] : ['passed'];
}

for (const missing of EIGHT) {
  test(`Officina without ${missing}: what stands on it is blocked by it, all else passes`, async ({ makeProject }) => {
    const project = makeProject(officinaFiles());
    const { code, output } = await testSample(project, { GROUNDWORK_WITHOUT: missing });
    expect(code, output).toBe(1);
    const { tests, totals, causes } = runOf(project);
    for (const one of tests) expect(allowed(one, missing), one.title).toContain(one.blockedBy?.service ?? one.verdict);
    expect(totals.total).toBeGreaterThanOrEqual(12);
    expect(totals).toMatchObject({ failed: 0, flaky: 0, skipped: 0, passed: totals.total - totals.blocked });
    expect(totals.passed).toBeGreaterThan(0);
    expect(causes).toMatchObject([{ kind: 'service', service: missing, unlocks: totals.blocked, next: [] }]);
    expect(causes[0]?.evidence.join(), output).toContain('left out by GROUNDWORK_WITHOUT');
  });
}

test('Officina without all eight: every test that stands on one is blocked by one of those', async ({ makeProject }) => {
  const project = makeProject(officinaFiles());
  const { code, output } = await testSample(project, { GROUNDWORK_WITHOUT: EIGHT.join(',') });
  expect(code, output).toBe(1);
  const { totals, tests, causes } = runOf(project);
  expect(totals).toMatchObject({ blocked: totals.total, failed: 0, passed: 0 });
  for (const { title, declared, blockedBy } of tests) expect(standOn(declared, blockedBy?.service ?? ''), title).toBe(true);
  // The deepest are the causes; what stands on them is not, though it is missing too.
  expect(causes.map(({ service }) => service).sort()).toEqual(['auth-service', 'inventory-service', 'notification-service']);
});
