import { strFromU8, unzipSync } from 'fflate';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { filesOf, service } from '../support/mini-platform';
import { expect, test } from '../support/mini-test';

/** Every file below the folder, and every entry of its archives, as text. */
function everything(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const file = path.join(folder, name);
    if (!statSync(file).isFile()) return [];
    const content = readFileSync(file);
    if (!name.endsWith('.zip')) return [[name, content.toString('latin1')] as const];
    return Object.entries(unzipSync(content)).map(
      ([entry, bytes]) => [`${name}/${entry}`, strFromU8(bytes, true)] as const,
    );
  });
}

test('the trace of a signed-in page and its requests, and all else that a run writes, holds no secret', async ({ makeProject }) => {
  const project = makeProject(
    filesOf({
      services: { api: service() },
      manifest: `app: 'api', api: 'api', session: sessions, roles: {
        owner: { account: { email: 'owner@shop.test', password: 'right' } },
      }`,
      config: "use: { trace: 'on', role: 'owner' }",
      specs: {
        traced: `
import { writeFileSync } from 'node:fs';
test('traced', async ({ page, api, auth }) => {
  await page.goto('/page');
  const token = await page.evaluate(() => localStorage.getItem('token'));
  const seen = await page.evaluate(async (authorization) => (await fetch('/me', { headers: { authorization } })).json(), 'Bearer ' + token);
  expect(seen.authorization).toBe('Bearer ' + token);
  await (await api.as('owner')).get('/me');
  await (await api.anonymous()).post('/sign-in', { data: { email: 'owner@shop.test', password: 'right' } });
  const { data } = await auth.session('owner');
  expect(data.token).toBe(token);
  writeFileSync('seen.json', JSON.stringify([data.token, data.refresh]));
});`,
      },
    }),
  );
  const { code, output } = await project.test();
  expect(code, output).toBe(0);
  const secrets: readonly string[] = JSON.parse(project.read('seen.json'));
  const written = everything(project.path('reports/output'));
  const traced = written.filter(([name]) => name.includes('.zip/'));

  // It is a whole trace still, and something was taken out of it.
  const events = traced.find(([name]) => /\.zip\/(?:\d+-)?trace\.trace$/.test(name))?.[1] ?? '';
  expect(events.trim().split('\n').map((line) => JSON.parse(line)).length).toBeGreaterThan(3);
  expect(traced.filter(([, content]) => content.includes('[redacted]')).length).toBeGreaterThan(1);

  const telling = written.filter(([, content]) => secrets.some((secret) => content.includes(secret)));
  expect(telling.map(([name]) => name)).toEqual([]);
  expect(written.filter(([, content]) => /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{10,}/.test(content)).map(([name]) => name)).toEqual([]);
});
