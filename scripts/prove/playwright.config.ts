import { devices } from '@playwright/test';
import { defineConfig } from 'groundwork-e2e/config';
import path from 'node:path';
import platform from '../../groundwork.config';
import { FOLDER_VARIABLE } from './damager/folder';

const root = path.join(__dirname, '../..');
const folder = process.env[FOLDER_VARIABLE];
if (!folder) throw new Error(`This configuration is for "npm run prove" alone, which sets ${FOLDER_VARIABLE}.`);

const services = Object.entries(platform.services).map(([name, service]) => [
  name,
  // The keeper hands on what the manifest says, and not what its own process inherited.
  { ...service, env: { ...service.env, NODE_OPTIONS: process.env.NODE_OPTIONS ?? '' } },
]);

/** The suite on a platform whose services answer wrongly where they are told to. */
export default defineConfig(
  { ...platform, services: Object.fromEntries(services), paths: { output: path.join(folder, 'output') } },
  {
    root,
    report: false,
    blocked: 'allow',
    reporter: [[path.join(__dirname, 'reporter.ts')]],
    globalSetup: path.join(__dirname, 'read-routes.ts'),
    testDir: path.join(root, 'specs/e2e'),
    timeout: 20_000,
    expect: { timeout: 3_000 },
    // The damage is the services' own, not a request's: one test at a time.
    workers: 1,
    use: { locale: 'en-US', timezoneId: 'Europe/Zurich', trace: 'off', screenshot: 'off' },
    projects: [{ name: 'desktop', use: { ...devices['Desktop Chrome'] } }],
  },
);
