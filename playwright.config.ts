import './scripts/ensure-built';
import { devices } from '@playwright/test';
import { defineConfig, whereInstalled } from 'groundwork-e2e/config';
import platform from './groundwork.config';

export default defineConfig(platform, {
  root: __dirname,
  reporter: [[process.env.CI ? 'dot' : 'list'], ['json', { outputFile: 'reports/output/results.json' }]],
  testDir: 'specs/e2e',
  timeout: 20_000,
  retries: process.env.CI ? 1 : 0,
  workers: process.env.CI ? 2 : undefined,
  use: { locale: 'en-US', timezoneId: 'Europe/Zurich' },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'] } },
    { name: 'phone', use: { ...devices['Pixel 7'] }, testIgnore: '**/*.api.spec.ts' },
    ...whereInstalled([
      { name: 'firefox', use: { ...devices['Desktop Firefox'] } },
      { name: 'webkit', use: { ...devices['Desktop Safari'] } },
    ]),
  ],
});
