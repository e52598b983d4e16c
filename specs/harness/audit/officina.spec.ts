import { expect, test } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { auditSchema } from '../../../support/audit/report/schema';
import { inShort } from './support/run-audit';

const REPOSITORY = path.join(__dirname, '..', '..', '..');

test('the services of Officina have no error', async () => {
  // Two compilers look at the whole backend and the web app.
  test.setTimeout(240_000);
  const output = mkdtempSync(path.join(os.tmpdir(), 'groundwork-officina-'));
  try {
    const command = [path.join(REPOSITORY, 'dist', 'support', 'cli', 'main.js'), 'audit', '--static', '--output', output];
    await new Promise((resolve) => execFile(process.execPath, command, { cwd: REPOSITORY }, resolve));
    const { defects, services } = auditSchema.parse(JSON.parse(readFileSync(path.join(output, 'audit.json'), 'utf8')));
    expect(defects.filter(({ severity }) => severity === 'error').map(inShort)).toEqual([]);
    expect(services).toHaveLength(9);
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
});
