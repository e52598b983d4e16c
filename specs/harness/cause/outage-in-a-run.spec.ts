import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';
import { runOf, testOf, verdictsOf, wait } from '../support/runs';

const services = { stock: service(), auth: service(), web: service('good', { dependsOn: ['stock'] }) };
const config = 'workers: 1, fullyParallel: false, timeout: 40_000,';

// Long enough for a busy machine.
test.setTimeout(120_000);

/** A line that makes a service of the stack fail, or recover. */
const become = (name: string, mode: string) => `await request.get(stack.url('${name}') + '/become/${mode}');`;
const answers = (name: string, path: string) =>
  `expect((await request.get(stack.url('${name}') + '${path}')).status()).toBe(200);`;

const modes: readonly (readonly [string, RegExp])[] = [
  ['exit', /exited with code 3/],
  ['hang', /no answer from .* within 800 ms/],
  ['not-ready', /answered 503: database down \(connect ECONNREFUSED\)/],
];

for (const [mode, pattern] of modes) {
  test(`a service that fails in a run (${mode}) blocks what runs and what comes, and nothing else`, async ({ makeProject }) => {
    const specs = {
      all: [
        testOf('before', ['web'], answers('web', '/')),
        testOf('running', ['web'], `${become('stock', mode)} ${wait(35)}`),
        testOf('coming', ['stock'], answers('stock', '/')),
        testOf('other', ['auth'], answers('auth', '/')),
      ].join('\n'),
    };
    const project = makeProject(filesOf({ services, specs, config: `${config} retries: 1` }));
    const { code, output } = await project.test();
    expect(code, output).toBe(1);
    expect(verdictsOf(project), output).toEqual({ before: 'passed', running: 'blocked by stock', coming: 'blocked by stock', other: 'passed' });
    const { tests, causes } = runOf(project);
    expect(causes).toMatchObject([{ service: 'stock', unlocks: 2 }]);
    expect(tests[1]?.blockedBy?.evidence).toMatch(pattern);
    expect(tests.map(({ retries }) => retries)).toEqual([0, 0, 0, 0]);
    // What the two seconds are made of has a spec of its own; this machine may be busy.
    expect(tests[1]?.durationMs).toBeLessThan(5_000);
    expect(tests[2]?.durationMs).toBeLessThan(1_000);
  });
}

test('GROUNDWORK_FAULT makes services fail in a run, each in its way', async ({ makeProject }) => {
  const kinds = { a: 'exit', b: 'hang', c: 'refuse', d: 'slow', e: '503' };
  const names = Object.keys(kinds);
  const wanted = { a: /SIGKILL/, b: /no answer/, c: /connection refused/, d: /no answer/, e: /answered 503/ };
  const until = `await expect.poll(async () => (await Promise.all(${JSON.stringify(names)}.map((name) => fetch(stack.url(name), { signal: AbortSignal.timeout(500) }).then((answer) => answer.status === 200, () => false)))).some(Boolean), { timeout: 30_000 }).toBe(false); ${wait(3)}`;
  const specs = { all: [testOf('first', [], until), ...names.map((name) => testOf(name, [name]))].join('\n') };
  const project = makeProject(filesOf({ services: Object.fromEntries(names.map((name) => [name, service()])), specs, config }));
  const faults = Object.entries(kinds).map(([name, kind]) => `${name}:${kind}@2`);
  const { code, output } = await project.test([], { GROUNDWORK_FAULT: faults.join(',') });
  expect(code, output).toBe(1);
  const blocked = Object.fromEntries(names.map((name) => [name, `blocked by ${name}`]));
  expect(verdictsOf(project), output).toEqual({ first: 'passed', ...blocked });
  for (const [name, pattern] of Object.entries(wanted)) {
    expect(runOf(project).tests.find(({ title }) => title === name)?.blockedBy?.evidence).toMatch(pattern);
  }
});

test('a service that comes back is used again', async ({ makeProject }) => {
  const specs = {
    all: [
      testOf('during', ['stock'], `${become('stock', 'not-ready')} ${wait(35)}`),
      testOf('other', ['auth'], `${become('stock', 'good')} ${wait(4)}`),
      testOf('after', ['stock'], answers('stock', '/')),
    ].join('\n'),
  };
  const project = makeProject(filesOf({ services, specs, config }));
  const { output } = await project.test();
  expect(verdictsOf(project), output).toEqual({ during: 'blocked by stock', other: 'passed', after: 'passed' });
  const stock = runOf(project).services.find(({ name }) => name === 'stock');
  expect(stock?.changes.map(({ state }) => state).filter((state) => state !== 'starting')).toEqual(['ready', 'degraded', 'ready']);
});

test('blocked and own failures of one test do not mix', async ({ makeProject }) => {
  const unreachable = answers('auth', '/unreachable/stock');
  const specs = {
    all: [
      testOf('blocked then passed', [], `if (testInfo.retry === 0) { ${unreachable} }`),
      testOf('failed then blocked by an answer', [], `if (testInfo.retry === 0) throw new Error('one bug'); ${unreachable}`),
      testOf('failed then passed', [], "if (testInfo.retry === 0) throw new Error('another bug');"),
      testOf('failed then blocked by an outage', ['stock'], `if (testInfo.retry === 0) throw new Error('a real bug'); ${wait(3)} ${become('stock', 'exit')} ${wait(35)}`),
    ].join('\n'),
  };
  const project = makeProject(filesOf({ services, specs, config: `${config} retries: 1` }));
  const { code, output } = await project.test();
  expect(code, output).toBe(1);
  expect(verdictsOf(project), output).toEqual({
    'blocked then passed': 'passed',
    'failed then blocked by an answer': 'failed',
    'failed then passed': 'flaky',
    'failed then blocked by an outage': 'failed',
  });
  expect(runOf(project).causes.map(({ summary }) => summary).sort()).toEqual(['Error: a real bug', 'Error: one bug']);
  const history = project.read('reports/history/tests.json');
  expect(history.match(/"durations":\[\d+\]/g)).toHaveLength(1);
});

test('a bug and an outage at the same time are told apart, test by test', async ({ makeProject }) => {
  const specs = {
    all: [
      testOf('outage', ['stock'], `${become('stock', 'exit')} ${wait(35)}`),
      testOf('bug', ['auth'], "expect((await request.get(stack.url('auth'))).status()).toBe(201);"),
      testOf('bug of a service', ['auth'], answers('auth', '/bug')),
      testOf('named', [], answers('auth', '/unreachable/stock')),
      testOf('refused', [], answers('stock', '/')),
      testOf('fine', ['auth']),
    ].join('\n'),
  };
  const project = makeProject(filesOf({ services, specs, config }));
  const { code, output } = await project.test();
  expect(code, output).toBe(1);
  expect(verdictsOf(project), output).toEqual({
    outage: 'blocked by stock',
    bug: 'failed',
    'bug of a service': 'failed',
    named: 'blocked by stock',
    refused: 'blocked by stock',
    fine: 'passed',
  });
  expect(runOf(project).causes.map(({ kind, unlocks }) => [kind, unlocks])).toEqual([['service', 3], ['test', 1], ['test', 1]]);
});

test('a serial suite: what comes after a blocked test is blocked or unknown, never failed', async ({ makeProject }) => {
  const specs = {
    serial: [
      "test.describe.configure({ mode: 'serial' });",
      testOf('first', ['auth'], answers('auth', '/')),
      testOf('second', ['stock'], `${become('stock', 'exit')} ${wait(35)}`),
      testOf('third', ['stock']),
      testOf('fourth', ['auth']),
    ].join('\n'),
  };
  const project = makeProject(filesOf({ services, specs, config }));
  const { code, output } = await project.test();
  expect(code, output).toBe(1);
  const { third, fourth, ...others } = verdictsOf(project);
  expect(others, output).toEqual({ first: 'passed', second: 'blocked by stock' });
  expect(['blocked by stock', 'unknown']).toContain(third);
  expect(['passed', 'unknown']).toContain(fourth);
});

test('a serial suite whose outage ends is run again as a whole, and counts as passed', async ({ makeProject }) => {
  const specs = {
    serial: [
      "test.describe.configure({ mode: 'serial' });",
      testOf('first', ['auth'], `if (testInfo.retry > 0) { ${become('stock', 'good')} ${wait(3)} }`),
      testOf('second', ['stock'], `if (testInfo.retry === 0) { ${become('stock', 'not-ready')} ${wait(35)} }`),
      testOf('third', ['stock'], answers('stock', '/')),
    ].join('\n'),
  };
  const project = makeProject(filesOf({ services, specs, config: `${config} retries: 1` }));
  const { code, output } = await project.test();
  expect(code, output).toBe(0);
  expect(verdictsOf(project), output).toEqual({ first: 'passed', second: 'passed', third: 'passed' });
});
