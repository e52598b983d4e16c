import { test, expect } from '@playwright/test';
import { bringChromium } from '../../../support/browsers';
import type { BringTools, InstallStep, Machine } from '../../../support/browsers';
import { packageSteps } from '../../../support/browsers/bring';
import { runInstallStep } from '../../../support/browsers/install-step';
import { machineWith } from './machine';

const shell = '/cache/chromium_headless_shell-1255/INSTALLATION_COMPLETE';

interface Script {
  /** Files that exist once a command with this word has run. */
  readonly brings: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
}

function played(script: Script): BringTools & { readonly ran: string[]; readonly said: string[] } {
  const files = [...(script.files ?? [])];
  const ran: string[] = [];
  const said: string[] = [];
  const run = async (step: InstallStep): Promise<string | undefined> => {
    const text = step.command.join(' ');
    ran.push(text);
    const word = Object.keys(script.brings).find((part) => text.includes(part));
    files.push(...(word === undefined ? [] : [script.brings[word] ?? '']));
    return word === undefined ? '1: no network' : undefined;
  };
  const machine: Machine = machineWith({ files });
  const has = (file: string): boolean => files.includes(file);
  return {
    machine: { ...machine, exists: has, isExecutable: has },
    run,
    say: (line) => said.push(line),
    ran,
    said,
  };
}

test('nothing is installed where there is a browser', async () => {
  const tools = played({ brings: {}, files: ['/usr/bin/chromium'] });
  expect(await bringChromium(tools)).toEqual({
    kind: 'system',
    executablePath: '/usr/bin/chromium',
  });
  expect(tools.ran).toEqual([]);
});

test("Playwright's own build is tried first, with one line that says so", async () => {
  const tools = played({ brings: { 'install chromium': shell } });
  expect(await bringChromium(tools)).toEqual({ kind: 'playwright', build: 'headless-shell' });
  expect(tools.said).toEqual([expect.stringContaining('playwright install chromium')]);
});

test('without any way the message tells what was looked for, tried, and what to do', async () => {
  const tools = played({ brings: {} });
  const failure = bringChromium(tools);
  await expect(failure).rejects.toThrow(/chromium on PATH/);
  await expect(failure).rejects.toThrow(/playwright install chromium\): 1: no network/);
  await expect(failure).rejects.toThrow(/GROUNDWORK_CHROMIUM/);
});

test('the distribution is asked when the download fails', async () => {
  const tools = played({
    brings: { 'apt-get update': '', 'install -q -y': '/usr/bin/chromium', '-n true': '' },
    files: ['/usr/bin/apt-get', '/usr/bin/sudo'],
  });
  expect(await bringChromium(tools)).toHaveProperty('executablePath', '/usr/bin/chromium');
});

test('packages need rights and a known package manager', () => {
  const debian = machineWith({ files: ['/usr/bin/apt-get'] });
  const alpine = machineWith({ files: ['/usr/bin/apk'] });
  expect(packageSteps(debian, 'none')).toEqual([]);
  expect(packageSteps(machineWith(), 'root')).toEqual([]);
  expect(packageSteps(debian, 'sudo').map((step) => step.command.slice(0, 3))).toEqual([
    ['sudo', '-n', 'apt-get'],
    ['sudo', '-n', 'apt-get'],
    ['sudo', '-n', 'apt-get'],
  ]);
  expect(packageSteps(alpine, 'root')).toHaveLength(1);
});

test('a step that fails tells its exit code and last lines', async () => {
  const program = 'console.log("first"); console.error("disk full"); process.exitCode = 3;';
  const command = [process.execPath, '-e', program] as const;
  const failure = await runInstallStep({ says: 'x', command, timeoutMs: 10_000 });
  expect(failure).toMatch(/^3: .*disk full/);
});

test('a step that hangs is ended', async () => {
  const command = [process.execPath, '-e', 'setInterval(() => {}, 1000)'] as const;
  const failure = await runInstallStep({ says: 'x', command, timeoutMs: 300 });
  expect(failure).toMatch(/no end after 0.3 s/);
});

test('a program that does not exist is a failure, not an exception', async () => {
  const command = ['/no/such/program'] as const;
  expect(await runInstallStep({ says: 'x', command, timeoutMs: 1_000 })).toMatch(/ENOENT/);
});
