import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filesOf, service } from '../support/mini-platform';
import { ended, pressCtrlC, type Environment, type MiniProject, type Outcome } from '../support/mini-project';
import { expect, test as base } from '../support/mini-test';
import { processesIn, runs } from '../support/processes';
import { runOf, testOf, verdictsOf } from '../support/runs';

const services = { web: service('good', { dependsOn: ['api'] }), api: service(), mail: service() };
const specs = {
  all: `
test('pids', { tag: '@needs:web' }, async ({ stack }) => {
  for (const name of ['web', 'api']) {
    const { pid } = await (await fetch(stack.url(name) + '/health/ready')).json();
    console.log('PID ' + name + ' ' + pid);
  }
});
${testOf('mail', ['mail'])}`,
};

/** A project with a runtime folder of its own, and its warm stack, which is stopped at the end. */
class WarmProject {
  readonly #env: Environment;

  constructor(readonly project: MiniProject) {
    mkdirSync(project.path('tmp'));
    const cache = path.join(os.tmpdir(), `playwright-transform-cache-${process.getuid?.()}`);
    this.#env = { TMPDIR: project.path('tmp'), PWTEST_CACHE_DIR: cache };
  }

  run(args: readonly string[] = [], env: Environment = {}): Promise<Outcome> {
    return this.project.test(args, { ...this.#env, ...env });
  }

  groundwork(...args: readonly string[]): Promise<Outcome> {
    return this.project.groundwork(args, this.#env);
  }

  async status(): Promise<Record<string, { readonly pid: number; readonly url: string }>> {
    const { output } = await this.groundwork('status', '--json');
    const { services: rows } = JSON.parse(output) as { services: { name: string; pid: number; url: string }[] };
    return Object.fromEntries(rows.map((row) => [row.name, row]));
  }

  /** Starts a command in a terminal of its own. */
  inTerminal(...args: readonly string[]): ChildProcess {
    return this.project.startInTerminal('groundwork', args, this.#env);
  }

  get stateFiles(): readonly string[] {
    return this.#list(`tmp/groundwork-${process.getuid?.()}/runs`);
  }

  /** The folders with logs of runs and of warm stacks. */
  get logFolders(): readonly string[] {
    return ['logs', 'warm'].flatMap((kind) => this.#list(`reports/output/${kind}`).map((run) => `${kind}/${run}`));
  }

  #list(folder: string): readonly string[] {
    return existsSync(this.project.path(folder)) ? readdirSync(this.project.path(folder)) : [];
  }
}

// Every test is several runs and commands, one after the other.
base.describe.configure({ timeout: 120_000 });

const test = base.extend<{ warm: WarmProject }>({
  warm: async ({ makeProject }, use) => {
    const warm = new WarmProject(makeProject(filesOf({ services, specs })));
    await use(warm);
    await warm.groundwork('down');
  },
});

const pidOf = (output: string, name: string) => Number(new RegExp(`PID ${name} (\\d+)`).exec(output)?.[1]);

test('a run stands on the warm stack, leaves it as it is, and leaves nothing of its own', async ({ warm }) => {
  const up = await warm.groundwork('up');
  expect(up.code, up.output).toBe(0);
  const before = await warm.status();
  const run = await warm.run();
  expect(run.code, run.output).toBe(0);
  expect(run.output).toContain('on the warm stack: 3 of 3 services ready');
  expect(pidOf(run.output, 'web')).toBe(before.web?.pid);
  expect(runOf(warm.project).services.map(({ readiness }) => readiness.state)).toEqual(['ready', 'ready', 'ready']);
  expect(await warm.status()).toEqual(before);
  expect(warm.stateFiles).toHaveLength(1);
  const logs = warm.logFolders;
  const again = await warm.groundwork('up');
  expect(again.output).toContain('is up already');
  expect(warm.logFolders).toEqual(logs);
  const down = await warm.groundwork('down');
  expect(down.output).toContain('The warm stack is stopped.');
  expect(warm.stateFiles).toEqual([]);
  expect(processesIn(warm.project.folder)).toEqual([]);
});

test('what has changed is started anew, at its old address, and the run says so', async ({ warm }) => {
  await warm.groundwork('up');
  const before = await warm.status();
  warm.project.write('services/service.mjs', `${warm.project.read('services/service.mjs')}\n// changed\n`);
  const config = warm.project.read('groundwork.config.ts');
  const all = await warm.run();
  expect(all.output).toContain('starting anew in the warm stack, because changed: web, api, mail');
  expect(all.code, all.output).toBe(0);
  const between = await warm.status();
  expect(between.web?.pid).not.toBe(before.web?.pid);
  expect(between.web?.url).toBe(before.web?.url);
  warm.project.write('groundwork.config.ts', config.replace('"NAME":"mail"', '"NAME":"mail","LIMIT":"5"'));
  const one = await warm.run();
  expect(one.output).toContain('because changed: mail\n');
  const after = await warm.status();
  expect([after.web?.pid, after.mail?.pid === between.mail?.pid]).toEqual([between.web?.pid, false]);
});

test('a run that needs another stack has one of its own', async ({ warm }) => {
  await warm.groundwork('up');
  const before = await warm.status();
  const without = await warm.run([], { GROUNDWORK_WITHOUT: 'mail' });
  expect(without.output).toContain('the warm stack is not used: services are left out or made to fail');
  expect(verdictsOf(warm.project)).toEqual({ pids: 'passed', mail: 'blocked by mail' });
  expect(pidOf(without.output, 'web')).not.toBe(before.web?.pid);
  const config = warm.project.read('groundwork.config.ts');
  warm.project.write('groundwork.config.ts', config.replace('"mail":', '"post":').replace('"NAME":"mail"', '"NAME":"post"'));
  const other = await warm.run();
  expect(other.output).toContain('it was made from another manifest or by other launchers ("groundwork up" renews it)');
  expect(await warm.status()).toEqual(before);
  const up = await warm.groundwork('up');
  expect(up.output).toContain('It replaces the warm stack');
  expect(Object.keys(await warm.status())).toEqual(['web', 'api', 'post']);
});

test('a service that dies in the warm stack blocks what stands on it, and "restart" brings it back', async ({ warm }) => {
  await warm.groundwork('up');
  const { api } = await warm.status();
  process.kill(api?.pid ?? 0, 'SIGKILL');
  await expect.poll(async () => (await warm.groundwork('status')).output).toContain('was killed by SIGKILL');
  const run = await warm.run();
  expect(run.code, run.output).toBe(1);
  expect(verdictsOf(warm.project)).toEqual({ pids: 'blocked by api', mail: 'passed' });
  const restarted = await warm.groundwork('restart', 'api');
  expect(restarted.code, restarted.output).toBe(0);
  const healed = await warm.run();
  expect(healed.code, healed.output).toBe(0);
  const logs = await warm.groundwork('logs', 'api');
  expect(logs.output.match(/api listens on/g)).toHaveLength(2);
});

test('what is started anew in a warm stack goes on in its log, and no folder is made for it', async ({ warm }) => {
  await warm.groundwork('up');
  const folders = warm.logFolders;
  expect(folders).toHaveLength(1);
  await warm.groundwork('restart', 'api');
  const config = warm.project.read('groundwork.config.ts');
  warm.project.write('groundwork.config.ts', config.replace('"NAME":"api"', '"NAME":"api","LIMIT":"5"'));
  expect((await warm.groundwork('up')).output).toContain('Started anew, because changed: api.');
  expect(warm.logFolders).toEqual(folders);
  const { output } = await warm.groundwork('logs', 'api');
  expect(output.match(/api listens on/g)).toHaveLength(3);
});

test('a warm stack that is given up with Ctrl-C while it comes up leaves nothing', async ({ warm }) => {
  const config = warm.project.read('groundwork.config.ts');
  warm.project.write('groundwork.config.ts', config.replace('"NAME":"mail"', '"NAME":"mail","DELAY":"60000"'));
  const up = warm.inTerminal('up');
  const over = ended(up);
  await expect.poll(() => warm.stateFiles).toContainEqual(expect.stringMatching(/\.json$/));
  pressCtrlC(up);
  await over;
  await expect.poll(() => [...processesIn(warm.project.folder), ...warm.stateFiles]).toEqual([]);
});

test('a part of the platform can be brought up, and tests of the rest are blocked', async ({ warm }) => {
  const up = await warm.groundwork('up', '--only', 'web');
  expect(up.code, up.output).toBe(0);
  expect(Object.keys(await warm.status())).toEqual(['web', 'api']);
  await warm.run();
  expect(verdictsOf(warm.project)).toEqual({ pids: 'passed', mail: 'blocked by mail' });
});

test('two runs at once stand on one warm stack and keep their evidence apart', async ({ warm }) => {
  await warm.groundwork('up');
  const outputs = ['one', 'two'].map((name) => warm.run([`--output=${name}`, '--reporter=line']));
  for (const { code, output } of await Promise.all(outputs)) {
    expect(code, output).toBe(0);
    expect(output).toContain('on the warm stack');
  }
  expect(warm.stateFiles).toHaveLength(1);
});

const wrong: readonly (readonly [readonly string[], string])[] = [
  [['status'], 'There is no warm stack of this checkout. "groundwork up" brings one up.'],
  [['logs', 'web'], 'There is no warm stack of this checkout.'],
  [['up', '--only', 'wbe'], 'There is no service "wbe"; there are: web, api, mail.'],
  [['up', '--launcher', 'docker'], 'GROUNDWORK_LAUNCHER: found "docker", allowed: process, container, attached'],
];

for (const [args, message] of wrong) {
  test(`a wrong use is told: groundwork ${args.join(' ')}`, async ({ warm }) => {
    const { code, output } = await warm.groundwork(...args);
    expect(output).toContain(message);
    expect(code).toBe(2);
  });
}

test('the warm stack of a checkout that is gone ends', async ({ warm }) => {
  await warm.groundwork('up');
  const { api } = await warm.status();
  expect(runs(api?.pid ?? 0)).toBe(true);
  renameSync(warm.project.folder, `${warm.project.folder}-gone`);
  await expect.poll(() => runs(api?.pid ?? 0), { timeout: 20_000 }).toBe(false);
  rmSync(`${warm.project.folder}-gone`, { recursive: true });
  // For what comes after every test: "down" is called in it.
  mkdirSync(warm.project.folder, { recursive: true });
});
