import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadEnvironment } from '../../../support/environment/load-environment';
import { parseEnvironment } from '../../../support/environment/parse-environment';
import { UsageError } from '../../../support/errors/usage-error';

const wrong: readonly (readonly [string, NodeJS.ProcessEnv, string])[] = [
  [
    'an unknown launcher',
    { GROUNDWORK_LAUNCHER: 'docker' },
    'GROUNDWORK_LAUNCHER: found "docker", allowed: process, container, attached, mock',
  ],
  [
    'a misspelt name',
    { GROUNDWORK_LAUNCHR: 'process' },
    'GROUNDWORK_LAUNCHR: found "process", but the variables are: GROUNDWORK_LAUNCHER, GROUNDWORK_CHROMIUM, GROUNDWORK_WITHOUT, GROUNDWORK_FAULT, GROUNDWORK_RUN, GROUNDWORK_COMMIT, GROUNDWORK_LAUNCH_<SERVICE>, GROUNDWORK_URL_<SERVICE>',
  ],
  [
    'no names',
    { GROUNDWORK_WITHOUT: 'mail, ,api' },
    'GROUNDWORK_WITHOUT: found "mail, ,api", allowed: names of services with commas between',
  ],
  [
    'an unknown launcher of one service',
    { GROUNDWORK_LAUNCH_AUTH: 'docker' },
    'GROUNDWORK_LAUNCH_AUTH: found "docker", allowed: process, container, attached, mock',
  ],
  [
    'an address that is none',
    { GROUNDWORK_URL_AUTH: 'auth.example' },
    'GROUNDWORK_URL_AUTH: found "auth.example", allowed: an address that starts with http:// or https://',
  ],
  [
    'an unknown fault',
    { GROUNDWORK_FAULT: 'api:burn@2' },
    'GROUNDWORK_FAULT: found "api:burn@2", allowed: ' +
      '<service>:<exit|hang|refuse|slow|503>@<seconds> or …@<from>-<until>, commas between',
  ],
];

for (const [title, variables, line] of wrong) {
  test(`a wrong variable is told: ${title}`, () => {
    const parse = () => parseEnvironment(variables);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(new Error(`The environment is wrong:\n  ${line}`));
  });
}

test('other variables, and those that Groundwork sets itself, are left alone', () => {
  const variables = { GROUNDWORK_STATE: '/tmp/x', GROUNDWORK_RUN_ID: 'a', MY_GROUNDWORK_X: '1', HOME: '/' };
  expect(parseEnvironment({ ...variables, GROUNDWORK_LAUNCHER: 'process' })).toEqual({
    GROUNDWORK_LAUNCHER: 'process',
    launch: {},
    urls: {},
  });
});

test('an empty value is the same as none', () => {
  expect(parseEnvironment({ GROUNDWORK_CHROMIUM: '', GROUNDWORK_FAULT: '' })).toEqual({ launch: {}, urls: {} });
});

test('.env.local goes before .env, and neither before what is set', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-env-'));
  writeFileSync(path.join(folder, '.env'), 'SPEC_BOTH=shared\nSPEC_SHARED=shared\nSPEC_SET=shared\n');
  writeFileSync(path.join(folder, '.env.local'), 'SPEC_BOTH=local\nSPEC_SET=local\n');
  process.env.SPEC_SET = 'shell';
  try {
    loadEnvironment(folder);
    const { SPEC_BOTH, SPEC_SHARED, SPEC_SET } = process.env;
    expect({ SPEC_BOTH, SPEC_SHARED, SPEC_SET }).toEqual({
      SPEC_BOTH: 'local',
      SPEC_SHARED: 'shared',
      SPEC_SET: 'shell',
    });
  } finally {
    for (const name of ['SPEC_BOTH', 'SPEC_SHARED', 'SPEC_SET']) delete process.env[name];
    rmSync(folder, { recursive: true });
  }
});

test('a wrong variable in .env is told like any other', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'groundwork-env-'));
  writeFileSync(path.join(folder, '.env'), 'GROUNDWORK_LAUNCHER=cloud\n');
  try {
    expect(() => loadEnvironment(folder)).toThrow('GROUNDWORK_LAUNCHER: found "cloud", allowed: process');
  } finally {
    delete process.env.GROUNDWORK_LAUNCHER;
    rmSync(folder, { recursive: true });
  }
});
