import { test, expect } from '@playwright/test';
import fc from 'fast-check';
import { chooseChromium, installedBrowsers } from '../../../support/browsers';
import type { FoundChromium } from '../../../support/browsers';
import { headlessShellFolder } from '../../../support/browsers/playwright-builds';
import { machineWith } from './machine';
import type { MadeUpMachine } from './machine';

const shell = '/cache/chromium_headless_shell-1255/INSTALLATION_COMPLETE';
const full = '/cache/chromium-1255/chrome-linux64/chrome';
const system = (executablePath: string): FoundChromium => ({ kind: 'system', executablePath });

interface Row {
  readonly title: string;
  readonly machine: MadeUpMachine;
  readonly found: FoundChromium;
}

const rows: readonly Row[] = [
  {
    title: "Playwright's headless shell is used before an installed Chrome",
    machine: { files: [shell, '/usr/bin/google-chrome'] },
    found: { kind: 'playwright', build: 'headless-shell' },
  },
  {
    title: "Playwright's full build is known as such when its shell is missing",
    machine: { files: [full, '/usr/bin/chromium'] },
    found: { kind: 'playwright', build: 'full' },
  },
  {
    title: 'GROUNDWORK_CHROMIUM is used before everything else',
    machine: { files: [shell, '/opt/x/chrome'], env: { GROUNDWORK_CHROMIUM: '/opt/x/chrome' } },
    found: system('/opt/x/chrome'),
  },
  {
    title: 'an empty GROUNDWORK_CHROMIUM is the same as none',
    machine: { files: ['/usr/bin/chromium'], env: { GROUNDWORK_CHROMIUM: '' } },
    found: system('/usr/bin/chromium'),
  },
  {
    title: 'Chrome is used before Chromium',
    machine: { files: ['/usr/bin/chromium', '/usr/bin/google-chrome-stable'] },
    found: system('/usr/bin/google-chrome-stable'),
  },
  {
    title: 'a headless shell is used before a whole browser',
    machine: { files: ['/usr/bin/google-chrome', '/usr/bin/chromium-headless-shell'] },
    found: system('/usr/bin/chromium-headless-shell'),
  },
  {
    title: 'where a window is asked for, a headless shell is no browser',
    machine: {
      files: ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'],
      env: { GROUNDWORK_HEADED: '1' },
    },
    found: system('/usr/bin/chromium'),
  },
  {
    title: 'the order of PATH decides between two of the same name',
    machine: { files: ['/usr/bin/chromium', '/usr/local/bin/chromium'] },
    found: system('/usr/local/bin/chromium'),
  },
  {
    title: 'a relative folder in PATH is not searched',
    machine: { files: ['bin/chromium', '/usr/bin/chromium'], env: { PATH: 'bin:/usr/bin' } },
    found: system('/usr/bin/chromium'),
  },
  {
    title: 'on macOS the application folder is searched',
    machine: {
      platform: 'darwin',
      files: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    },
    found: system('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
  },
  {
    title: 'on Windows the program folders are searched',
    machine: {
      platform: 'win32',
      files: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
      env: { PROGRAMFILES: 'C:\\Program Files' },
    },
    found: system('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'),
  },
];

for (const { title, machine, found } of rows) {
  test(title, () => {
    expect(chooseChromium(machineWith(machine))).toEqual(found);
  });
}

test('a machine without any tells where was looked', () => {
  const found = chooseChromium(machineWith());
  expect(found.kind).toBe('missing');
  expect(found).toHaveProperty('tried', expect.arrayContaining([full, 'chromium on PATH']));
});

test('a wrong GROUNDWORK_CHROMIUM is an error that names it, even with a browser elsewhere', () => {
  const machine = machineWith({ files: [shell], env: { GROUNDWORK_CHROMIUM: '/no/such' } });
  expect(() => chooseChromium(machine)).toThrow(/GROUNDWORK_CHROMIUM names "\/no\/such"/);
});

test('a browser that is found is always one that is there', () => {
  const places = ['/usr/bin/chromium', '/usr/local/bin/google-chrome', '/usr/bin/chromium-browser'];
  fc.assert(
    fc.property(fc.subarray([...places, full, shell]), (files) => {
      const found = chooseChromium(machineWith({ files }));
      expect(found.kind === 'missing').toBe(files.length === 0);
      expect(found.kind !== 'system' || files.includes(found.executablePath)).toBe(true);
    }),
  );
});

test('the headless shell is looked for beside the full build on every system', () => {
  expect(headlessShellFolder(full)).toBe('/cache/chromium_headless_shell-1255');
  expect(headlessShellFolder('C:\\pw\\chromium-12\\chrome-win\\chrome.exe')).toBe(
    'C:\\pw\\chromium_headless_shell-12',
  );
  expect(headlessShellFolder('/usr/bin/chromium')).toBeUndefined();
});

test('only engines with an installed build are told as installed', () => {
  const files = ['/cache/firefox-1572/firefox/firefox'];
  expect(installedBrowsers(machineWith({ files }))).toEqual({
    chromium: false,
    firefox: true,
    webkit: false,
  });
});
