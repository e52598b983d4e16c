import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test as base } from '../../../fixtures';
import { ELSEWHERE, serveElsewhere } from '../sign-in/storage';

const test = base.extend<{ elsewhere: (html: string) => string }>({
  /** Serves a page of another origin on this machine, and gives its address: browsers let no far site ask here. */
  elsewhere: async ({}, use) => {
    let page = '';
    const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // it listens on a port
    await use((html) => {
      page = html;
      return `http://127.0.0.1:${port}/`;
    });
    server.closeAllConnections();
    server.close();
  },
});

test.describe("the app's documents in the browser", { tag: ['@area:gateway', '@needs:web'] }, () => {
  test('a script that is written into a page does not run', async ({ page, pages }) => {
    await pages.signIn.open();
    const refused = page.evaluate(
      () => new Promise((resolve) => document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))),
    );
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
    });
    expect(await refused).toBe('script-src-elem');
    expect(await page.title()).not.toBe('taken over');
  });

  test('a page tells nothing to another site', async ({ page, pages, context }) => {
    await serveElsewhere(context);
    await pages.signIn.open();
    const outcome = await page.evaluate(
      (url) => fetch(url, { method: 'POST', body: 'a secret', mode: 'no-cors' }).then(() => 'sent', (error: Error) => error.name),
      ELSEWHERE,
    );
    expect(outcome).toBe('TypeError');
  });

  test('no other site can show the app in a frame', async ({ page, elsewhere, stack }) => {
    const app = `${stack.appOrigin}/sign-in`;
    const refused = page.waitForEvent('requestfailed', (request) => request.url() === app);
    await page.goto(elsewhere(`<!doctype html><title>Elsewhere</title><iframe src="${app}"></iframe>`));
    expect((await refused).failure()?.errorText).toBe('net::ERR_BLOCKED_BY_RESPONSE');
  });
});
