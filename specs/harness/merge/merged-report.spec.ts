import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { MiniProject } from '../support/mini-project';
import { expect, test, type Merged } from './support/merge-test';

test.describe.configure({ mode: 'default' });
test.setTimeout(180_000);

interface Shown {
  readonly name: string;
  readonly status: string;
  readonly isRetry: boolean;
  readonly error?: { readonly message?: string };
}

function shownIn(project: MiniProject, { file }: Merged): readonly Shown[] {
  const folder = file('allure/data/test-results');
  return readdirSync(project.path(folder)).map((name) => JSON.parse(project.read(path.join(folder, name))) as Shown); // Allure's own form
}

/** How many tests Playwright's own report holds. */
function countIn(project: MiniProject, { file }: Merged): number {
  const page = project.read(file('playwright-report/index.html'));
  const archive = /data:application\/zip;base64,([A-Za-z0-9+/=]+)/.exec(page)?.[1] ?? '';
  const report: { readonly stats: { readonly total: number } } = JSON.parse(strFromU8(unzipSync(Buffer.from(archive, 'base64'))['report.json'] ?? new Uint8Array()));
  return report.stats.total;
}

test('what is wrong with a merge is under the report’s Global Errors, and the lost tests are in it', async ({ copies, project }) => {
  copies.add('killed').add('2');
  const results = copies.path('2/allure-results');
  const cut = readdirSync(results).find((name) => name.endsWith('-result.json') && !readFileSync(path.join(results, name), 'utf8').includes('prepare')) ?? '';
  const title: unknown = JSON.parse(readFileSync(path.join(results, cut), 'utf8')).name;
  truncateSync(path.join(results, cut), 40);
  const merged = await copies.merge([]);
  const { code, output, run, file } = merged;
  expect(code, output).toBe(1);
  expect(run.problems?.map(({ kind }) => kind).sort(), output).toEqual(['cut', 'damaged', 'lost']);
  const { errors } = JSON.parse(project.read(file('allure/widgets/globals.json'))) as { errors: readonly { message: string }[] };
  expect(errors.map(({ message }) => message).sort()).toEqual(run.problems?.map(({ message }) => message).sort());

  const shown = shownIn(project, merged);
  expect(new Set(shown.map(({ name }) => name))).toEqual(new Set(run.tests.map((one) => one.title.split(' › ').at(-1))));
  expect(shown.map(({ name }) => name)).toContain(title);
  const lost = run.tests.filter((one) => one.lost);
  expect(lost.length).toBeGreaterThan(0);
  for (const one of lost) {
    const of = shown.filter(({ name }) => name === one.title.split(' › ').at(-1));
    expect(of.at(-1)).toMatchObject({ status: 'unknown', error: { message: one.lost?.reason } });
  }
});

test('a blob that is there twice counts once in Playwright’s report, and one that is cut loses no other', async ({ copies, project }) => {
  const blob = 'with its blob';
  const whole = countIn(project, await copies.add('1', '1', blob).add('2', '2', blob).merge());
  expect(whole).toBeGreaterThan(8);
  expect(countIn(project, await copies.add('1', 'again', blob).merge())).toBe(whole);
  const folder = copies.path('1/blob-report');
  truncateSync(path.join(folder, readdirSync(folder)[0] ?? ''), 99);
  truncateSync(path.join(copies.path('again/blob-report'), readdirSync(copies.path('again/blob-report'))[0] ?? ''), 99);
  const left = countIn(project, await copies.merge());
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(whole);
});
