import { expect, test } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Account } from '../../../support/manifest/strategies';
import { FailedSignIns, failedSignInsFile } from '../../../support/sign-in/failed-sign-ins';

const owner: Account = { role: 'owner', email: 'owner@shop.test', password: 'wrong-one' };

/** A state file's path in a folder that is gone afterwards. */
async function withStateFile(work: (stateFile: string) => Promise<void> | void): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-sign-ins-'));
  try {
    await work(path.join(folder, 'state.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a refused sign-in is known to every worker of the run, for that account alone', async () => {
  await withStateFile((stateFile) => {
    const first = new FailedSignIns(stateFile);
    expect(first.find(owner)).toBeUndefined();
    first.add(owner, 'POST /sign-in answered 401: wrong password');
    const second = new FailedSignIns(stateFile);
    expect(second.find(owner)).toBe('POST /sign-in answered 401: wrong password');
    expect(second.find({ ...owner, role: 'somebody' })).toBeDefined();
    expect(second.find({ ...owner, password: 'right' })).toBeUndefined();
    expect(second.find({ ...owner, email: 'doctor@shop.test' })).toBeUndefined();
    expect(second.find({ ...owner, totpSecret: 'JBSWY3DP' })).toBeUndefined();
  });
});

test('no password can be read in the file, and nobody else can read it', async () => {
  await withStateFile((stateFile) => {
    new FailedSignIns(stateFile).add(owner, 'refused');
    const file = failedSignInsFile(stateFile);
    expect(readFileSync(file, 'utf8')).not.toContain(owner.password);
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

const passing = ['fetch failed', 'connect ECONNREFUSED 127.0.0.1:1', 'answered 503', 'ETIMEDOUT', 'Request timeout after 3000 ms'];

for (const message of passing) {
  test(`"${message}" is an outage and may be tried again`, async () => {
    await withStateFile((stateFile) => {
      const failures = new FailedSignIns(stateFile);
      failures.add(owner, message);
      expect(failures.find(owner)).toBeUndefined();
    });
  });
}

test('one at a time tries an account; others wait and then know how it ended', async () => {
  await withStateFile(async (stateFile) => {
    const tried: string[] = [];
    const attempt = (name: string) => {
      const failures = new FailedSignIns(stateFile);
      return failures.alone(owner, async () => {
        if (failures.find(owner)) return;
        tried.push(name);
        await new Promise((resolve) => setImmediate(resolve));
        failures.add(owner, 'wrong password');
      });
    };
    await Promise.all(['one', 'two', 'three'].map(attempt));
    expect(tried).toEqual(['one']);
  });
});
