import '../../scripts/ensure-built';
import { defineConfig } from '@playwright/test';
import path from 'node:path';

const results = path.join(__dirname, '../../reports/output/harness-results.json');

/** The package's own specs: no browser and no stack unless a spec starts one. */
export default defineConfig({
  testDir: __dirname,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  reporter: [[process.env.CI ? 'dot' : 'list'], ['json', { outputFile: results }]],
  timeout: 30_000,
  workers: 2,
  outputDir: '../../test-results/harness',
});
