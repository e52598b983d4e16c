import { existsSync, mkdirSync } from 'node:fs';
import { filesOf, service, type MiniPlatform } from '../support/mini-platform';
import type { Environment, MiniProject } from '../support/mini-project';
import { expect, test } from '../support/mini-test';

interface Row {
  readonly title: string;
  readonly platform?: Partial<MiniPlatform>;
  readonly prepare?: (project: MiniProject) => void;
  readonly env?: (project: MiniProject) => Environment;
  /** The whole output; `{folder}` stands for the project's folder. */
  readonly output: string | RegExp;
}

const rows: readonly Row[] = [
  {
    title: 'a wrong manifest',
    platform: { manifest: "app: 'wbe', paths: { outptu: 'x' }" },
    output:
      'The manifest (groundwork.config.ts) is wrong:\n' +
      '  paths.outptu: found "x", but there is no such key\n' +
      'Correct it and run again.\n',
  },
  {
    title: 'a service without a launch',
    platform: { services: { web: { launch: {} } } },
    output: 'services.web.launch: found no launch. Add launch.process, or set GROUNDWORK_URL_WEB.\n',
  },
  {
    title: 'a misspelt variable',
    env: () => ({ GROUNDWORK_LAUNCHR: 'process' }),
    output:
      'The environment is wrong:\n' +
      '  GROUNDWORK_LAUNCHR: found "process", but the variables are: GROUNDWORK_LAUNCHER, GROUNDWORK_CHROMIUM, GROUNDWORK_WITHOUT, GROUNDWORK_FAULT, GROUNDWORK_RUN, GROUNDWORK_COMMIT, GROUNDWORK_LAUNCH_<SERVICE>, GROUNDWORK_URL_<SERVICE>\n',
  },
  {
    title: 'a wrong variable in .env',
    prepare: (project) => project.write('.env', 'GROUNDWORK_LAUNCHER=cloud\n'),
    output: 'The environment is wrong:\n  GROUNDWORK_LAUNCHER: found "cloud", allowed: process, container, attached, mock\n',
  },
  {
    title: 'a file where the folder of the reports should be',
    prepare: (project) => project.write('reports', 'a file'),
    output:
      /^Nothing can be written to {folder}\/reports\/output: ENOTDIR: .*\. Give this user the right to write there, or set paths\.output in the manifest\.\n$/,
  },
  {
    title: 'a GROUNDWORK_CHROMIUM that is not there',
    env: () => ({ GROUNDWORK_CHROMIUM: '/nowhere/chrome' }),
    output: /^GROUNDWORK_CHROMIUM names "\/nowhere\/chrome", but no program is there\. .*\n$/,
  },
  {
    title: 'no browser on the machine',
    prepare: (project) => mkdirSync(project.path('no-browsers')),
    env: (project) => ({
      PATH: project.path('no-browsers'),
      PLAYWRIGHT_BROWSERS_PATH: project.path('no-browsers'),
      GROUNDWORK_CHROMIUM: undefined,
    }),
    output:
      /^There is no Chromium for the only project\. Looked for: GROUNDWORK_CHROMIUM, .*chromium on PATH.*\.\nRun "npx groundwork browsers", which brings one, or set GROUNDWORK_CHROMIUM to the path of one\.\n$/,
  },
];

for (const { title, platform, prepare, env, output } of rows) {
  test(`${title} ends the run with exit code 2 and one message, before anything is started`, async ({ makeProject }) => {
    test.skip(title.startsWith('no browser') && process.platform !== 'linux', 'PATH is not the only place here');
    const project = makeProject(
      filesOf({
        services: { web: service() },
        specs: { any: "test('any', () => console.log('A TEST RAN'));" },
        ...platform,
      }),
    );
    prepare?.(project);
    const outcome = await project.test([], env?.(project));
    const told = outcome.output.replaceAll(project.folder, '{folder}');
    if (typeof output === 'string') expect(told).toBe(output);
    else expect(told).toMatch(new RegExp(output.source.replaceAll('{folder}', '\\{folder\\}'), 's'));
    expect(outcome.code).toBe(2);
    expect(told).not.toMatch(/^\s+at /m);
    expect(existsSync(project.path('reports/output/allure-results'))).toBe(false);
  });
}
