import type { ChildProcess } from 'node:child_process';
import { whyNoContainers } from '../support/engine';
import { service } from '../support/mini-platform';
import { ended, pressCtrlC, printed } from '../support/mini-project';
import { expect, test } from '../support/mini-test';
import { hasProc } from '../support/processes';
import { EndingProject, LAUNCHERS, type Launcher } from './ending-project';

test.skip(!hasProc, 'looks into /proc');

/** Every way in which a run ends, but for that of a killed keeper. */
const ENDS = {
  success: (ending) => ending.letEnd(),
  failure: (ending) => ending.letEnd(),
  'Ctrl-C': (_ending, runner) => pressCtrlC(runner),
  'SIGINT of the runner alone': (_ending, runner) => runner.kill('SIGINT'),
  'SIGTERM of the runner': (_ending, runner) => runner.kill('SIGTERM'),
  'kill -9 of the runner': (_ending, runner) => runner.kill('SIGKILL'),
} satisfies Readonly<Record<string, (ending: EndingProject, runner: ChildProcess) => void>>;

/** What two running services are, by their launcher. */
const SERVICES: Readonly<Record<Launcher, RegExp>> = {
  process: /services\/service\.mjs/,
  container: /^\/groundwork-.*-(web|api)$/,
  mock: /launchers\/mock\/main\.js/,
};

for (const launcher of LAUNCHERS) {
  test.describe(launcher, () => {
    test.beforeEach(async () => {
      const why = launcher === 'container' ? await whyNoContainers() : undefined;
      test.skip(why !== undefined, why);
    });

    for (const [end, act] of Object.entries(ENDS)) {
      test(`nothing is left over after ${end}`, async ({ makeProject }) => {
        const ending = new EndingProject(makeProject);
        const runner = await running(ending, launcher, end === 'failure' ? 'failure' : 'success');
        const over = ended(runner);
        act(ending, runner);
        const { code, output } = await over;
        if (end === 'success' || end === 'failure') expect(code, output).toBe(end === 'success' ? 0 : 1);
        await expect.poll(() => ending.held(launcher)).toEqual([]);
      });
    }

    test('what a killed keeper leaves is gone after one more run', async ({ makeProject }) => {
      const ending = new EndingProject(makeProject);
      const runner = await running(ending, launcher);
      const over = ended(runner);
      ending.killKeeper();
      runner.kill('SIGKILL');
      await over;
      expect(servicesIn(await ending.held(launcher), launcher)).toHaveLength(2);
      ending.letEnd();
      // Of processes, whatever had left something.
      const { code, output } = await ending.project.test([], ending.environment('process'));
      expect(code, output).toBe(0);
      expect(await ending.held(launcher)).toEqual([]);
    });

    for (const end of ['Ctrl-C', 'kill -9 of the runner'] as const) {
      test(`nothing is left over after ${end} while the stack comes up`, async ({ makeProject }) => {
        const ending = new EndingProject(makeProject, { late: service('not-ready') });
        const env = { ...ending.environment(launcher), GROUNDWORK_LAUNCH_LATE: 'process' };
        const runner = ending.project.startInTerminal('playwright', ['test'], env);
        const over = ended(runner);
        // As soon as the first service is launched; its container is still being made.
        await expect.poll(() => ending.goingOn().length, { intervals: [10], timeout: 30_000 }).toBe(1);
        ENDS[end](ending, runner);
        const { output } = await over;
        expect(output).not.toContain('RUNNING');
        await expect.poll(() => ending.held(launcher)).toEqual([]);
      });
    }
  });
}

/** A run whose test has begun, with its two services there. */
async function running(ending: EndingProject, launcher: Launcher, end: 'success' | 'failure' = 'success'): Promise<ChildProcess> {
  const runner = ending.project.startInTerminal('playwright', ['test', '--timeout=0'], ending.environment(launcher, end));
  await printed(runner, 'RUNNING');
  const held = await ending.held(launcher);
  expect(held.filter((line) => line.startsWith('runs/'))).toHaveLength(2);
  expect(servicesIn(held, launcher)).toHaveLength(2);
  if (launcher === 'container') expect(held.filter((line) => line.startsWith('volume '))).toHaveLength(2);
  return runner;
}

function servicesIn(held: readonly string[], launcher: Launcher): readonly string[] {
  return held.filter((line) => SERVICES[launcher].test(line));
}
