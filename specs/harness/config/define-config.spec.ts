import { expect, test, type PlaywrightTestConfig } from '@playwright/test';
import path from 'node:path';
// Compiled: the configuration names its parts by their paths.
import { defineConfig, type GroundworkConfig } from '../../../dist/support/config';
import { parsePlatform } from '../../../support/manifest/parse-platform';
import { service } from '../support/mini-platform';

const platform = parsePlatform({ name: 'mini', services: { web: service() } });

/** The configuration of a project whose folder is empty. */
function configured<T, W>(options: GroundworkConfig<T, W> = {}): PlaywrightTestConfig {
  return defineConfig(platform, { root: test.info().outputPath(), ...options });
}

const reporters = ({ reporter }: PlaywrightTestConfig) =>
  (typeof reporter === 'string' ? [reporter] : (reporter ?? []).map(([name]) => name)).map((name) =>
    /[\\/]reports[\\/]reporter[\\/]/.test(name) ? 'groundwork' : /allure-playwright/.test(name) ? 'allure' : name,
  );

const launchArguments = ({ projects }: PlaywrightTestConfig) => projects?.[0]?.use?.launchOptions?.args;

test('without options there are defaults for everything', () => {
  const config = configured();
  const root = test.info().outputPath();
  expect(config).toMatchObject({
    fullyParallel: true,
    outputDir: path.join(root, 'reports/output/artifacts'),
    use: {
      trace: { mode: 'retain-on-failure-and-retries', screenshots: false },
      screenshot: 'only-on-failure',
      platform: { root },
    },
  });
  expect(config.projects).toHaveLength(1);
  expect(config.globalSetup).toEqual([expect.stringMatching(/global-setup\.js$/)]);
  expect(reporters(config)).toEqual(['groundwork', 'list', 'allure']);
});

test("everything of Playwright's that is set stands", () => {
  const options = {
    testDir: 'specs',
    timeout: 1_234,
    retries: 3,
    workers: 5,
    fullyParallel: false,
    forbidOnly: true,
    outputDir: 'elsewhere',
    globalTeardown: './down',
    grep: /smoke/,
    webServer: { command: 'serve', port: 4000 },
    expect: { timeout: 7 },
    metadata: { build: 'x' },
  };
  expect(configured(options)).toMatchObject(options);
  expect(configured({ use: { trace: 'on', locale: 'de', baseURL: 'http://x' } }).use).toMatchObject({
    trace: 'on',
    screenshot: 'only-on-failure',
    locale: 'de',
    baseURL: 'http://x',
  });
});

const globalSetups: readonly (readonly [string | string[] | undefined, readonly string[]])[] = [
  [undefined, []],
  ['./mine', ['./mine']],
  [['./one', './two'], ['./one', './two']],
];

for (const [given, kept] of globalSetups) {
  test(`a global set-up ${JSON.stringify(given)} runs after the stack is up`, () => {
    const [own, ...others] = configured({ globalSetup: given }).globalSetup ?? [];
    expect(own).toMatch(/global-setup\.js$/);
    expect(others).toEqual(kept);
  });
}

const reporterRows: readonly (readonly [PlaywrightTestConfig['reporter'], readonly string[]])[] = [
  [undefined, ['groundwork', 'list', 'allure']],
  ['dot', ['groundwork', 'dot', 'allure']],
  [[['line'], ['json', { outputFile: 'x' }]], ['groundwork', 'line', 'json', 'allure']],
  [[['allure-playwright', { resultsDir: 'mine' }]], ['groundwork', 'allure']],
];

for (const [given, expected] of reporterRows) {
  test(`reporters ${JSON.stringify(given)} stand between Groundwork's own and Allure's`, () => {
    expect(reporters(configured({ reporter: given }))).toEqual(expected);
  });
}

test("arguments of the browser are added to Groundwork's, of the project before those of all", () => {
  const all = configured({ use: { launchOptions: { args: ['--mine'], slowMo: 5 } } });
  expect(launchArguments(all)).toEqual(expect.arrayContaining(['--no-first-run', '--mine']));
  expect(all.projects?.[0]?.use?.launchOptions?.slowMo).toBe(5);
  const own = configured({
    use: { launchOptions: { args: ['--of-all'] } },
    projects: [{ name: 'one', use: { launchOptions: { args: ['--of-one'], executablePath: '/mine' } } }],
  });
  expect(launchArguments(own)).toContain('--of-one');
  expect(launchArguments(own)).not.toContain('--of-all');
  expect(own.projects?.[0]?.use?.launchOptions?.executablePath).toBe('/mine');
});

test('projects keep their order and options; other browsers, channels and remote ones are left alone', () => {
  const projects = [
    { name: 'chromium', testMatch: /a/, dependencies: ['set-up'] },
    { name: 'set-up', testMatch: /b/ },
    { name: 'firefox', use: { browserName: 'firefox' as const } },
    { name: 'safari', use: { defaultBrowserType: 'webkit' as const } },
    { name: 'chrome', use: { channel: 'chrome' } },
    { name: 'remote', use: { connectOptions: { wsEndpoint: 'ws://x' } } },
  ];
  const config = configured({ projects });
  expect(config.projects?.map(({ name }) => name)).toEqual(projects.map(({ name }) => name));
  expect(config.projects?.slice(0, 2)).toMatchObject(projects.slice(0, 2));
  expect(config.projects?.slice(2)).toEqual(projects.slice(2));
});
