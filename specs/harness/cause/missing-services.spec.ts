import { closeOverDependencies } from '../../../support/manifest/dependencies';
import { servicesOf } from '../support/graphs';
import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';
import { runOf, testOf, verdictsOf } from '../support/runs';

const dependsOn = { web: ['gateway'], gateway: [], auth: ['db'], stock: ['db'], mail: [], db: [] };
const names = Object.keys(dependsOn);
const graph = servicesOf(dependsOn);
const services = Object.fromEntries(
  Object.entries(dependsOn).map(([name, below]) => [name, service('good', { dependsOn: below })]),
);
const specs = { all: [...names.map((name) => testOf(name, [name])), testOf('free', [])].join('\n') };

for (const missing of names) {
  test(`without ${missing} exactly the tests that stand on it are blocked, by it`, async ({ makeProject }) => {
    const project = makeProject(filesOf({ services, specs }));
    const { code, output } = await project.test([], { GROUNDWORK_WITHOUT: missing });
    expect(code, output).toBe(1);
    const expected = names.map((name) => [
      name,
      closeOverDependencies(graph, [name]).has(missing) ? `blocked by ${missing}` : 'passed',
    ]);
    expect(verdictsOf(project)).toEqual({ ...Object.fromEntries(expected), free: 'passed' });
    const { causes, totals } = runOf(project);
    expect(causes).toMatchObject([{ kind: 'service', service: missing, unlocks: totals.blocked, summary: 'left out by GROUNDWORK_WITHOUT' }]);
    expect(output).not.toContain('failed');
  });
}

test('without any service each test names the deepest one that it stands on, and what is free of them passes', async ({ makeProject }) => {
  const project = makeProject(filesOf({ services, specs }));
  const env = { GROUNDWORK_WITHOUT: names.join(',') };
  const { code, output } = await project.test([], env);
  expect(code, output).toBe(1);
  expect(verdictsOf(project)).toEqual({
    web: 'blocked by gateway',
    gateway: 'blocked by gateway',
    auth: 'blocked by db',
    stock: 'blocked by db',
    db: 'blocked by db',
    mail: 'blocked by mail',
    free: 'passed',
  });
  // What was left out itself does not come back with what it stands on: it is named as next.
  expect(runOf(project).causes.map(({ service: name, unlocks, victims, next }) => [name, unlocks, victims, next])).toEqual([
    ['db', 3, [], [{ summary: 'auth is not ready either', tests: 1 }, { summary: 'stock is not ready either', tests: 1 }]],
    ['gateway', 2, [], [{ summary: 'web is not ready either', tests: 1 }]],
    ['mail', 1, [], []],
  ]);
});

test('blocked tests are allowed only where that is said, and a run that can tell nothing is red even then', async ({ makeProject }) => {
  const project = makeProject(filesOf({ services, specs, config: "blocked: 'allow'" }));
  const env = { GROUNDWORK_WITHOUT: 'mail' };
  const allowed = await project.test([], env);
  expect(allowed.code, allowed.output).toBe(0);
  expect(allowed.output).toContain("1 blocked tests are allowed by the option blocked: 'allow'.");
  expect(verdictsOf(project)).toMatchObject({ mail: 'blocked by mail', db: 'passed' });
  const nothing = await project.test(['--grep', '@needs:mail'], env);
  expect(nothing.code, nothing.output).toBe(1);
  expect(nothing.output).toContain('0 of 1 passed (1 blocked)');
  expect(nothing.output).toContain('is not green');
});

test('700 tests without any service have their verdicts in seconds', async ({ makeProject }) => {
  const many = `for (let index = 0; index < 700; index += 1) ${testOf('x', ['web']).replace("'x'", '`test ${index}`')}`;
  const project = makeProject(filesOf({ services, specs: { many } }));
  const { code, output } = await project.test(['--reporter=dot'], { GROUNDWORK_WITHOUT: names.join(',') });
  expect(code, output).toBe(1);
  const { totals, services: found, startedAt, durationMs } = runOf(project);
  expect(totals).toMatchObject({ blocked: 700, total: 700 });
  const gaveUp = Math.max(...found.map(({ readiness }) => readiness.since));
  // 10 s on a machine of its own; this one is shared.
  expect(Date.parse(startedAt) + durationMs - gaveUp).toBeLessThan(20_000);
  const table = output.slice(output.indexOf('0 of 700 passed'));
  expect(table.split('\n').length).toBeLessThan(40);
});
