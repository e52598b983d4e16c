import { connect } from 'node:net';
import { once } from 'node:events';
import { chmodSync, existsSync, renameSync } from 'node:fs';
import { ended, printed, type MiniProject } from '../support/mini-project';
import { expect, test } from './report-project';

// One run for all.
test.describe.configure({ mode: 'default' });

/** Starts `groundwork report`, and gives its address. */
async function served(project: MiniProject, args: readonly string[] = [], env = {}) {
  const child = project.startGroundwork(['report', ...args], env);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await printed(child, 'Ctrl-C');
  const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0] ?? '';
  return { child, url, output: () => output, stop: () => (child.kill('SIGINT'), ended(child)) };
}

/** What a server answers to a request line that no browser would send. */
async function answerTo(url: string, lines: string): Promise<string> {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  socket.write(`${lines}\r\nConnection: close\r\n\r\n`);
  await once(socket, 'close');
  return text;
}

/** The page of a test, by its name. */
function pageOf(project: MiniProject, name: string): string {
  const { byId }: { byId: Readonly<Record<string, { name: string }>> } = JSON.parse(
    project.read('reports/output/allure/test-results.json'),
  );
  return `#${Object.keys(byId).find((id) => byId[id]?.name === name)}`;
}

test('one click on the trace of a failed test opens it, and nothing leaves the machine', async ({ reported, browser }) => {
  const server = await served(reported.project);
  const context = await browser.newContext();
  const strangers: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server.url) && !/^(data|blob|about):/.test(url)) strangers.push(url);
  });
  const page = await context.newPage();
  await page.goto(server.url + pageOf(reported.project, 'order'));
  const opening = context.waitForEvent('page');
  // The other button downloads it.
  await page.getByTestId('test-result-attachment').first().getByRole('button').first().click();
  const trace = await opening;
  await expect(trace.getByText('Set content').first()).toBeVisible({ timeout: 20_000 });
  await expect(trace.getByText('look for the button').first()).toBeVisible();
  expect(new URL(trace.url()).pathname).toBe('/trace/index.html');
  expect(strangers).toEqual([]);
  await context.close();
  const { code, signal } = await server.stop();
  expect({ code, signal }).toEqual({ code: 0, signal: null });
});

test('nothing but the report is served, and to nobody from elsewhere', async ({ reported: { project } }) => {
  const server = await served(project);
  const own = `Host: ${new URL(server.url).host}`;
  // "allure-results" lies beside "allure" and begins with its name.
  const name = '-results/environment.properties';
  for (const way of [`/../allure${name}`, `/%2e%2e/allure${name}`, `/..%2fallure${name}`, '/..%5crun.json', '/trace/../../run.json', '/%', 'http://x/../run.json']) {
    expect(await answerTo(server.url, `GET ${way} HTTP/1.1\r\n${own}`), way).toMatch(/^HTTP\/1\.1 400/);
  }
  const rows = [
    ['GET / HTTP/1.1\r\nHost: evil.example', 403],
    [`POST / HTTP/1.1\r\n${own}\r\nContent-Length: 0`, 405],
    [`GET /run.json HTTP/1.1\r\n${own}`, 404],
    [`GET /summary.json HTTP/1.1\r\n${own}`, 200],
    [`GET /trace/sw.bundle.js HTTP/1.1\r\n${own}`, 200],
  ] as const;
  for (const [request, status] of rows) expect(await answerTo(server.url, request), request).toContain(`HTTP/1.1 ${status}`);
  const taken = await project.groundwork(['report', '--port', new URL(server.url).port]);
  expect(taken).toMatchObject({ code: 2, output: expect.stringContaining('is taken') });
  await server.stop();
});

test("--open asks the system's browser, and goes on where there is none", async ({ reported: { project } }) => {
  const [asked, browser] = [project.path('asked.txt'), project.path('browser.sh')];
  project.write('browser.sh', `#!/bin/sh\necho "$1" > ${asked}\n`);
  chmodSync(browser, 0o755);
  // With a display, the system's own way of choosing one comes first.
  const here = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
  const server = await served(project, ['--open'], { ...here, BROWSER: browser });
  await expect.poll(() => existsSync(asked) && project.read('asked.txt').trim()).toBe(server.url);
  await server.stop();
  const without = await served(project, ['--open'], { ...here, BROWSER: '/nowhere', PATH: '/nowhere' });
  expect((await fetch(without.url)).status).toBe(200);
  expect((await without.stop()).code).toBe(0);
});

test('where there is no report, it says what makes one', async ({ reported: { project } }) => {
  const output = project.path('reports/output/allure');
  renameSync(output, `${output}-away`);
  const own = await project.groundwork(['report']);
  const given = await project.groundwork(['report', 'specs']);
  renameSync(`${output}-away`, output);
  expect(own).toMatchObject({ code: 2, output: expect.stringContaining('no report in reports/output/allure. "npx playwright test"') });
  expect(given).toMatchObject({ code: 2, output: expect.stringContaining('no report in specs: give the folder') });
  expect(await project.groundwork(['report', '--port', '70000'])).toMatchObject({ code: 2 });
});
