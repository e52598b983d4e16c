import '../../scripts/ensure-built';
import path from 'node:path';
import { defineConfig } from 'groundwork-e2e/config';
import platform from '../../groundwork.config';

export default defineConfig(platform, {
  root: path.join(__dirname, '..', '..'),
  testDir: __dirname,
  workers: 1,
  repeatEach: Number(process.env.ROUNDS ?? 25),
  fullyParallel: true,
  reporter: [['./auth-cost-reporter.ts']],
  use: { trace: 'off', locale: 'en-US' },
});
