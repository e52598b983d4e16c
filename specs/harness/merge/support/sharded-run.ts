import { renameSync } from 'node:fs';
import { filesOf, service } from '../../support/mini-platform';
import { ended, printed, type Environment, type MiniProject, type Outcome } from '../../support/mini-project';
import { testOf } from '../../support/runs';

const PROJECTS = `projects: [
  { name: 'prepare', testMatch: /prepare/ },
  { name: 'main', testIgnore: /prepare/, dependencies: ['prepare'] },
],`;

/** Says RUNNING and waits for its end where `MINI_END` names it; said in two parts, for a failure shows this line. */
const may = (title: string, body = ''): string =>
  testOf(title, ['auth'], `if (process.env.MINI_END === '${title}') { console.log('RUN' + 'NING'); await new Promise(() => {}); } ${body}`);

/** Nine tests of every verdict behind a set-up; the chain and the rest go to different shards. */
export const mergeFiles: Readonly<Record<string, string>> = filesOf({
  services: { auth: service(), stock: service() },
  config: `workers: 1, retries: 1, timeout: 0, reporter: [['blob']], use: { trace: 'off', screenshot: 'off' },
    qualityGate: [{ id: 'enough', minTestsCount: 100 }], ${PROJECTS}`,
  specs: {
    prepare: testOf('prepare', ['auth'], "if (process.env.MINI_SET_UP === 'fail') throw new Error('no set-up');"),
    chain: `test.describe.serial('chain', () => { ${['a', 'b', 'c', 'd'].map((title) => may(title)).join('\n')} });`,
    mixed: [
      "test.describe.configure({ mode: 'default' });",
      may('bug', "throw new Error('a bug');"),
      may('flaky', "if (testInfo.retry === 0) throw new Error('now and then');"),
      testOf('outage', ['stock']),
      "test.skip('left out', () => {});",
      may('attached', "await testInfo.attach('note', { body: 'what was seen', contentType: 'text/plain' });"),
    ].join('\n'),
  },
});

const ENVIRONMENT: Environment = { GROUNDWORK_WITHOUT: 'stock', GROUNDWORK_COMMIT: 'c0ffee', GROUNDWORK_RUN: '7' };

/** A run of a project, and the folder to which what it leaves is moved. */
export interface KeptRun {
  readonly to: string;
  readonly args?: readonly string[];
  readonly env?: Environment;
  /** Ends the runner by a signal while this test is running. */
  readonly end?: { readonly test: string; readonly signal: NodeJS.Signals };
}

/** Runs the project, or one shard of it, and moves what it leaves to a folder of its own. */
export async function keepRun(project: MiniProject, { to, args = [], env = {}, end }: KeptRun): Promise<Outcome> {
  const runner = project.start(args, { ...ENVIRONMENT, ...env, MINI_END: end?.test });
  const outcome = ended(runner);
  if (end) {
    await printed(runner, 'RUNNING');
    runner.kill(end.signal);
  }
  const { code, output } = await outcome;
  renameSync(project.path('reports/output'), project.path(to));
  return { code, signal: null, output };
}
