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
  // Specs that run a whole `playwright test` take 2 to 5 s, and several times that on a busy machine.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  outputDir: '../../test-results/harness',
});
