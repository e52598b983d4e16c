import path from 'node:path';
import { MiniProject, type Environment, type Outcome } from '../support/mini-project';

const REPOSITORY = path.join(__dirname, '..', '..', '..');

/** The files of a project that tests Officina with specs of this repository, and writes into its own folder. */
export function officinaFiles(more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return {
    'playwright.config.ts': `
import { defineConfig } from 'groundwork-e2e/config';
import { devices } from '@playwright/test';
import path from 'node:path';
import officina from '${REPOSITORY}/groundwork.config';

const platform = { ...officina, paths: { ...officina.paths, output: path.join(__dirname, 'reports/output') } };
export default defineConfig(platform, {
  root: '${REPOSITORY}',
  report: false,
  reporter: 'line',
  workers: 1,
  timeout: 30_000,
  use: { locale: 'en-US', trace: 'off', screenshot: 'off' },
  projects: [
    { name: 'sample', testDir: '${REPOSITORY}/specs/e2e', use: { ...devices['Desktop Chrome'] } },
    { name: 'own', testDir: path.join(__dirname, 'specs') },
  ],
});
`,
    ...more,
  };
}

// Of every service at least one test, quick ones: what is asked here is whose outage blocks which of them.
const FILES = [
  'gateway/cors.api',
  'gateway/introspection.api',
  'gateway/routing.api',
  'inventory/list.api',
  'inventory/service.api',
  'messages/messages.api',
  'prescriptions/inside.api',
  'smoke/smoke',
  'teleconsultation/consent.api',
  'teleconsultation/document.api',
];
const TITLES =
  /the app may send what it needs|another master account is out of sight|(users|account|pharmacies) is served by|a sort that there is not|its database is ready|texts keep line breaks|strangers are kept out|as owner|consent holds for as long|names every route/;

/** Runs the sample of Officina's tests. */
export function testSample(project: MiniProject, env: Environment = {}): Promise<Outcome> {
  const files = FILES.map((name) => `specs/e2e/${name}`);
  return project.test([...files, '--project=sample', `--grep=${TITLES.source}`], env);
}
