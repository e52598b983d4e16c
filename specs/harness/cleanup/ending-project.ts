import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ServiceInput } from '../../../support/manifest/schema';
import { IMAGE, madeBy, volumes, volumesOf } from '../support/engine';
import { filesOf, service, type Mode } from '../support/mini-platform';
import type { Environment, MiniProject } from '../support/mini-project';
import type { MakeProject } from '../support/mini-test';
import { processesIn } from '../support/processes';

/** The launchers that bring something up themselves. */
export const LAUNCHERS = ['process', 'container', 'mock'] as const;
export type Launcher = (typeof LAUNCHERS)[number];

const deadlines = { stop: 500 };

/** A service that every launcher can bring up, stopped with difficulty where it is a process or a container. */
function everywhere(mode: Mode, more: Partial<ServiceInput> = {}): ServiceInput {
  const container = { dockerfile: { inputs: ['services/**'] }, env: { MODE: mode } };
  const mock = { module: 'mocks/any.ts', contract: 'mocks/any.json' };
  return { deadlines, ...more, launch: { ...service(mode).launch, container, mock } };
}

const files = {
  Dockerfile: `FROM ${IMAGE}\nCOPY services/service.mjs ./\nVOLUME /data\nUSER node\nCMD ["node", "service.mjs"]\n`,
  'mocks/any.json': JSON.stringify({ openapi: '3.1.0', info: { title: 'any', version: '1' }, paths: {} }),
  'mocks/any.ts': `
import { defineMock } from 'groundwork-e2e/mocks';
export default defineMock<Record<string, never>>({ service: 'any', create: () => [] });`,
};

// Says RUNNING, waits until it may end, and then does as MINI_END says.
const spec = `
import { appendFileSync, existsSync } from 'node:fs';
test('the end', { tag: '@needs:web' }, async ({ stack }) => {
  appendFileSync(stack.stateFile + '.secrets', '"a secret of the run"\\n');
  console.log('RUNNING');
  await expect.poll(() => existsSync('end'), { timeout: 0 }).toBe(true);
  expect(process.env.MINI_END).toBe('success');
});`;

/** A project whose runs are ended in one way or another, and what they leave on the machine. */
export class EndingProject {
  readonly project: MiniProject;
  readonly #runs = new Set<string>();
  readonly #volumes = new Set<string>();

  /** `more`: services beside `web` and the `api` that it depends on. */
  constructor(makeProject: MakeProject, more: Readonly<Record<string, ServiceInput>> = {}) {
    const services = { web: everywhere('grandchild', { dependsOn: ['api'] }), api: everywhere('deaf'), ...more };
    this.project = makeProject({ ...filesOf({ services, specs: { end: spec } }), ...files });
    // A runtime folder of its own: what is left in it was left by this project.
    mkdirSync(this.project.path('tmp'));
  }

  environment(launcher: Launcher, end: 'success' | 'failure' = 'success'): Environment {
    const cache = path.join(os.tmpdir(), `playwright-transform-cache-${process.getuid?.()}`);
    return {
      TMPDIR: this.project.path('tmp'),
      // Else every one of these runs would compile Playwright's own helpers anew.
      PWTEST_CACHE_DIR: cache,
      GROUNDWORK_LAUNCHER: launcher,
      MINI_END: end,
    };
  }

  /** The runs that go on now, by id; what they have made is looked for from now on. */
  goingOn(): readonly string[] {
    const files = this.#list('runs').filter((name) => name.endsWith('.json'));
    const runs = files.map((name) => path.basename(name, '.json'));
    for (const run of runs) this.#runs.add(run);
    return runs;
  }

  /** Lets the test that waits end. */
  letEnd(): void {
    this.project.write('end', '');
  }

  /** Kills the keeper of the run that goes on, as nothing of it can see coming. */
  killKeeper(): void {
    const [name = ''] = this.goingOn();
    const { keeper } = JSON.parse(readFileSync(`${this.#runtime}/runs/${name}.json`, 'utf8'));
    process.kill(Number(keeper.pid), 'SIGKILL');
  }

  /** What its runs hold now: processes, files with secrets, port locks, containers, networks, volumes. */
  async held(launcher: Launcher): Promise<readonly string[]> {
    this.goingOn();
    const files = ['runs', 'ports'].flatMap((part) => this.#list(part).map((name) => `${part}/${name}`));
    const made = launcher === 'container' ? await this.#madeInEngine() : [];
    return [...processesIn(this.project.folder), ...files, ...made];
  }

  async #madeInEngine(): Promise<readonly string[]> {
    const runs = [...this.#runs];
    for (const name of (await Promise.all(runs.map(volumesOf))).flat()) this.#volumes.add(name);
    const all = await volumes();
    const made = (await Promise.all(runs.map(madeBy))).flat();
    return [...made, ...[...this.#volumes].filter((name) => all.includes(name)).map((name) => `volume ${name}`)];
  }

  get #runtime(): string {
    return this.project.path(`tmp/groundwork-${process.getuid?.()}`);
  }

  #list(part: string): readonly string[] {
    try {
      return readdirSync(`${this.#runtime}/${part}`);
    } catch {
      return []; // nothing has run yet
    }
  }
}
