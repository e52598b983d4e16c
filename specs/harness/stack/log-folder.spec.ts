import { expect, test } from '@playwright/test';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prepareLogs } from '../../../support/stack/log-folder';
import { stateFilePath } from '../../../support/stack/run-registry';

test('old logs go, but for the newest few and those of a stack that is up', () => {
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-logs-'));
  // A runtime folder of its own: other runs sweep theirs.
  process.env.TMPDIR = folder;
  try {
    const logs = path.join(folder, 'logs');
    for (let age = 1; age <= 8; age += 1) {
      mkdirSync(path.join(logs, `run${age}`), { recursive: true });
      utimesSync(path.join(logs, `run${age}`), 1_000 - age, 1_000 - age);
    }
    writeFileSync(stateFilePath('run8'), '{}');
    prepareLogs(logs, 'now');
    expect(readdirSync(logs).sort()).toEqual(['run1', 'run2', 'run3', 'run4', 'run5', 'run8']);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  }
});
