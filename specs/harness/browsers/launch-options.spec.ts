import { test, expect } from '@playwright/test';
import { chromiumLaunchOptions, findChromium } from '../../../support/browsers';

const ordinary = { root: false, ci: false };
const system = { kind: 'system', executablePath: '/usr/bin/chromium' } as const;

test('a system browser is started by its path', () => {
  expect(chromiumLaunchOptions(system, ordinary).executablePath).toBe('/usr/bin/chromium');
});

test("Playwright's own build gets no path, and a channel only without its headless shell", () => {
  const shell = chromiumLaunchOptions({ kind: 'playwright', build: 'headless-shell' }, ordinary);
  const full = chromiumLaunchOptions({ kind: 'playwright', build: 'full' }, ordinary);
  expect(shell).not.toHaveProperty('executablePath');
  expect(shell).not.toHaveProperty('channel');
  expect(full.channel).toBe('chromium');
});

test('only root goes without the sandbox', () => {
  expect(chromiumLaunchOptions(system, ordinary)).not.toHaveProperty('chromiumSandbox');
  expect(chromiumLaunchOptions(system, { root: true, ci: false }).chromiumSandbox).toBe(false);
});

test('no browser makes connections of its own', () => {
  for (const around of [ordinary, { root: true, ci: true }]) {
    const { args } = chromiumLaunchOptions(system, around);
    expect(args).toContain('--disable-background-networking');
    expect(args).toContain('--disable-component-update');
  }
});

test('the browser of this machine starts with these options', async ({ playwright }) => {
  const found = findChromium();
  test.skip(found.kind === 'missing', 'There is no Chromium on this machine.');
  const root = process.getuid?.() === 0;
  const browser = await playwright.chromium.launch(
    chromiumLaunchOptions(found, { root, ci: true }),
  );
  const page = await browser.newPage();
  await page.setContent('<h1>up</h1>');
  await expect(page.getByRole('heading')).toHaveText('up');
  await browser.close();
});
