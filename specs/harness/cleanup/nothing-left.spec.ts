import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filesOf, service } from '../support/mini-platform';
import { ended, printed, type MiniProject } from '../support/mini-project';
import { expect, test, type MakeProject } from '../support/mini-test';
import { hasProc, processesIn } from '../support/processes';

test.skip(!hasProc, 'looks into /proc');

const deadlines = { stop: 500 };

/** A project whose test says RUNNING and then does as MINI_END says. */
function project(makeProject: MakeProject): MiniProject {
  const made = makeProject(
    filesOf({
      services: {
        web: service('grandchild', { dependsOn: ['api'], deadlines }),
        api: service('deaf', { deadlines }),
      },
      specs: {
        end: `
import { appendFileSync } from 'node:fs';
test('the end', { tag: '@needs:web' }, async ({ stack }) => {
  appendFileSync(stack.stateFile + '.secrets', '"a secret of the run"\\n');
  console.log('RUNNING');
  if (process.env.MINI_END === 'wait') await new Promise(() => {});
  expect(process.env.MINI_END).toBe('success');
});`,
      },
    }),
  );
  // A runtime folder of its own: what is left in it was left by this project.
  mkdirSync(made.path('tmp'));
  return made;
}

const environment = (made: MiniProject, end: 'success' | 'failure' | 'wait') => ({
  TMPDIR: made.path('tmp'),
  // Else every one of these runs would compile Playwright's own helpers anew.
  PWTEST_CACHE_DIR: path.join(os.tmpdir(), `playwright-transform-cache-${process.getuid?.()}`),
  MINI_END: end,
});

/** What is left of the project's runs: processes, state files with secrets, and port locks. */
function leftOver(made: MiniProject): readonly string[] {
  const runtime = made.path(`tmp/groundwork-${process.getuid?.()}`);
  const files = ['runs', 'ports'].flatMap((part) => readdirSync(`${runtime}/${part}`).map((name) => `${part}/${name}`));
  return [...processesIn(made.folder), ...files];
}

for (const end of ['success', 'failure'] as const) {
  test(`nothing is left over after ${end}`, async ({ makeProject }) => {
    const made = project(makeProject);
    const { code, output } = await made.test([], environment(made, end));
    expect(code, output).toBe(end === 'success' ? 0 : 1);
    expect(leftOver(made)).toEqual([]);
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
  test(`nothing is left over after ${signal} of the runner`, async ({ makeProject }) => {
    const made = project(makeProject);
    const runner = made.start(['--timeout=0'], environment(made, 'wait'));
    const end = ended(runner);
    await printed(runner, 'RUNNING');
    expect(leftOver(made).filter((line) => line.startsWith('runs/'))).toHaveLength(2);
    expect(processesIn(made.folder).filter((line) => line.includes('services/service.mjs'))).toHaveLength(2);
    runner.kill(signal);
    await end;
    await expect.poll(() => leftOver(made)).toEqual([]);
  });
}

test('what a killed keeper leaves is gone after one more run, and before that run starts its own', async ({ makeProject }) => {
  const made = project(makeProject);
  const runner = made.start(['--timeout=0'], environment(made, 'wait'));
  const end = ended(runner);
  await printed(runner, 'RUNNING');
  process.kill(keeperOf(made), 'SIGKILL');
  runner.kill('SIGINT');
  await end;
  const left = processesIn(made.folder);
  expect(left.filter((line) => line.includes('services/service.mjs'))).toHaveLength(2);

  const { code, output } = await made.test([], environment(made, 'success'));
  expect(code, output).toBe(0);
  expect(leftOver(made)).toEqual([]);
});

function keeperOf(made: MiniProject): number {
  const folder = made.path(`tmp/groundwork-${process.getuid?.()}/runs`);
  const name = readdirSync(folder).find((file) => file.endsWith('.json')) ?? '';
  const { keeper } = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
  return Number(keeper.pid);
}
