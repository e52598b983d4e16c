import { defineConfig } from '@playwright/test';

/** The package's own specs: no browser and no stack unless a spec starts one. */
export default defineConfig({
  testDir: __dirname,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  timeout: 30_000,
  outputDir: '../../test-results/harness',
});
