import { chromium, type Page } from '@playwright/test';
import type { ChildProcess } from 'node:child_process';
import { chromiumLaunchOptions, findChromium } from '../../../support/browsers';
import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';
import { testOf } from '../support/runs';

test.setTimeout(120_000);

/** The address that UI mode is served at. */
function served(ui: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    ui.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = /Listening on (http:\/\/\S+)/.exec(output)?.[1];
      if (address) resolve(address);
    });
    ui.once('close', () => reject(new Error(`UI mode has ended:\n${output}`)));
  });
}

async function withBrowser(work: (page: Page) => Promise<void>): Promise<void> {
  const found = findChromium();
  const options = chromiumLaunchOptions(found, { root: process.getuid?.() === 0, ci: true });
  const browser = await chromium.launch(options);
  try {
    await work(await browser.newPage());
  } finally {
    await browser.close();
  }
}

test('UI mode shows a blocked test as skipped, with its reason', async ({ makeProject }) => {
  const specs = { all: [testOf('passes', ['auth']), testOf('is blocked', ['stock'])].join('\n') };
  const project = makeProject(filesOf({ services: { stock: service(), auth: service() }, specs, config: 'workers: 1' }));
  const ui = project.start(['--ui-host=127.0.0.1', '--ui-port=0'], { GROUNDWORK_WITHOUT: 'stock' });
  const address = await served(ui);
  await withBrowser(async (page) => {
    await page.goto(address);
    await page.getByTitle(/^Run all/).click();
    await expect(page.getByText('1 passed, 1 skipped')).toBeVisible({ timeout: 60_000 });
    await page.getByTestId('test-tree').getByText('is blocked').click();
    await page.getByRole('tab', { name: 'Annotations' }).click();
    await expect(page.getByText('BLOCKED: stock: left out by GROUNDWORK_WITHOUT')).toBeVisible();
  });
});
