import { expect, test } from '@playwright/test';
import { parseEnvironment } from '../../../support/environment/parse-environment';
import { UsageError } from '../../../support/errors/usage-error';
import { chooseLaunchers, withServicesOnly } from '../../../support/launchers/choose-launchers';
import { parsePlatform } from '../../../support/manifest/parse-platform';
import type { ServiceInput } from '../../../support/manifest/schema';

const process = { command: ['node', 'x.js'] };
const gateway: ServiceInput = {
  launch: { process, attached: { url: 'https://api.example' } },
  env: { AUTH: '{{auth-service.url}}' },
};
const services: Readonly<Record<string, ServiceInput>> = {
  web: { launch: { process }, env: { API: '{{gateway.url}}' }, dependsOn: ['gateway'] },
  gateway,
  'auth-service': { launch: { process }, dependsOn: ['db'] },
  db: { launch: { process } },
};
const manifest = parsePlatform({ name: 'shop', services });

/** `name launcher` for every service that is left. */
function chosen(variables: NodeJS.ProcessEnv, of = manifest): readonly string[] {
  const { services: left } = chooseLaunchers(of, parseEnvironment(variables));
  return Object.entries(left).map(([name, { launcher }]) => `${name} ${launcher}`);
}

const all = ['web process', 'gateway process', 'auth-service process', 'db process'];
const right: readonly (readonly [string, NodeJS.ProcessEnv, readonly string[]])[] = [
  ['nothing is asked for', {}, all],
  ['processes are asked for', { GROUNDWORK_LAUNCHER: 'process' }, all],
  [
    'an address alone attaches nothing',
    { GROUNDWORK_URL_AUTH_SERVICE: 'https://auth.example' },
    all,
  ],
  [
    'what only an attached service leads to is left out',
    { GROUNDWORK_LAUNCH_GATEWAY: 'attached' },
    ['web process', 'gateway attached'],
  ],
  [
    'all that have an address are attached',
    { GROUNDWORK_LAUNCHER: 'attached', GROUNDWORK_URL_WEB: 'https://shop.example' },
    ['web attached'],
  ],
  [
    'what is asked for one service goes before what is asked for all',
    { GROUNDWORK_LAUNCHER: 'attached', GROUNDWORK_LAUNCH_GATEWAY: 'process', GROUNDWORK_URL_AUTH_SERVICE: 'http://127.0.0.1:9' },
    ['web process', 'gateway process', 'auth-service attached'],
  ],
];

for (const [title, variables, expected] of right) {
  test(`launchers are chosen: ${title}`, () => {
    expect(chosen(variables)).toEqual(expected);
  });
}

const mocked = parsePlatform({
  name: 'shop',
  app: 'web',
  services: {
    ...services,
    gateway: { ...gateway, launch: { ...gateway.launch, mock: { module: 'g.ts', contract: 'g.json' } }, env: { AUTH: '{{auth-service.url}}', PAY: '{{pay.url}}' } },
    'auth-service': {
      launch: { process, mock: { module: 'a.ts', contract: 'a.json' } },
      env: { DATABASE_URL: 'postgres://{{db.host}}:{{db.port}}/a', PAY: '{{pay.url}}' },
      dependsOn: ['db', { service: 'pay', when: 'started' }],
    },
    pay: { launch: { process }, env: { DATABASE_URL: '{{db.url}}' }, dependsOn: ['db'] },
    db: { launch: { process }, ready: { kind: 'postgres', user: 'u', password: 'p', database: 'd' } },
  },
});

const withMocks: readonly (readonly [string, NodeJS.ProcessEnv, readonly string[]])[] = [
  ['none is mocked unasked', {}, ['web process', 'gateway process', 'auth-service process', 'db process', 'pay process']],
  ['one is mocked, and what others need stays', { GROUNDWORK_LAUNCH_AUTH_SERVICE: 'mock' }, ['web process', 'gateway process', 'auth-service mock', 'db process', 'pay process']],
  ['all that have a mock, and the app; others are left out', { GROUNDWORK_LAUNCHER: 'mock' }, ['web process', 'gateway mock', 'auth-service mock', 'pay undefined']],
  ['one beside mocks is real, with its database', { GROUNDWORK_LAUNCHER: 'mock', GROUNDWORK_LAUNCH_PAY: 'process' }, ['web process', 'gateway mock', 'auth-service mock', 'db process', 'pay process']],
];

for (const [title, variables, expected] of withMocks) {
  test(`launchers are chosen, with mocks: ${title}`, () => {
    expect(chosen(variables, mocked)).toEqual(expected);
  });
}

test('services that lead to each other in a circle bring no database to mocks', () => {
  const auth = mocked.services['auth-service'];
  if (!auth) throw new Error('There is no auth-service.');
  const circle = { ...mocked.services, 'auth-service': { ...auth, env: { ...auth.env, APP_URL: '{{web.publicUrl}}' } } };
  const without = ['web process', 'gateway mock', 'auth-service mock', 'pay undefined'];
  expect(chosen({ GROUNDWORK_LAUNCHER: 'mock' }, { ...mocked, services: circle })).toEqual(without);
});

test('a mock is told of other services, and of no database; it waits for none that is left out', () => {
  const { services: left } = chooseLaunchers(mocked, parseEnvironment({ GROUNDWORK_LAUNCHER: 'mock' }));
  expect(left['auth-service']?.env).toEqual({ PAY: '{{pay.url}}' });
  expect(left['auth-service']?.dependsOn).toEqual([]);
  const { services: some } = chooseLaunchers(mocked, parseEnvironment({ GROUNDWORK_LAUNCH_AUTH_SERVICE: 'mock' }));
  expect(some['auth-service']?.dependsOn).toEqual([{ service: 'pay', when: 'started' }]);
});

test('the manifest chooses where the environment does not', () => {
  const pinned = parsePlatform({ name: 'shop', services: { ...services, gateway: { ...gateway, launcher: 'attached' } } });
  expect(chosen({}, pinned)).toEqual(['web process', 'gateway attached']);
  expect(chosen({ GROUNDWORK_LAUNCHER: 'process' }, pinned)).toEqual(all);
});

test('an attached service has its own address, and depends on nothing that the stack starts', () => {
  const variables = { GROUNDWORK_LAUNCH_AUTH_SERVICE: 'attached', GROUNDWORK_URL_AUTH_SERVICE: 'https://auth.example/v1/' };
  const { services: left } = chooseLaunchers(manifest, parseEnvironment(variables));
  expect(left['auth-service']).toMatchObject({ launch: { attached: { url: 'https://auth.example/v1/' } }, dependsOn: [] });
  expect(left).not.toHaveProperty('db');
});

const wrong: readonly (readonly [NodeJS.ProcessEnv, string])[] = [
  [
    { GROUNDWORK_LAUNCH_AUTH: 'process' },
    'GROUNDWORK_LAUNCH_AUTH: there is no such service, allowed: GROUNDWORK_LAUNCH_WEB, GROUNDWORK_LAUNCH_GATEWAY, GROUNDWORK_LAUNCH_AUTH_SERVICE, GROUNDWORK_LAUNCH_DB',
  ],
  [
    { GROUNDWORK_URL_MAIL: 'http://mail.example' },
    'GROUNDWORK_URL_MAIL: there is no such service, allowed: GROUNDWORK_URL_WEB, GROUNDWORK_URL_GATEWAY, GROUNDWORK_URL_AUTH_SERVICE, GROUNDWORK_URL_DB',
  ],
  [
    { GROUNDWORK_LAUNCH_DB: 'attached' },
    'GROUNDWORK_LAUNCH_DB: found "attached", but db has no address: set GROUNDWORK_URL_DB, or launch.attached.url in the manifest',
  ],
];

for (const [variables, line] of wrong) {
  test(`a wrong choice is told: ${JSON.stringify(variables)}`, () => {
    expect(() => chosen(variables)).toThrow(UsageError);
    expect(() => chosen(variables)).toThrow(new Error(`The environment is wrong:\n  ${line}`));
  });
}

test('to ask for attached services where none has an address is told', () => {
  const local = parsePlatform({ name: 'shop', services: { web: { launch: { process } } } });
  expect(() => chosen({ GROUNDWORK_LAUNCHER: 'attached' }, local)).toThrow(
    'GROUNDWORK_LAUNCHER: found "attached", but no service has an address: set GROUNDWORK_URL_<SERVICE>, or launch.attached.url in the manifest',
  );
});

test('a part of a platform is what the named services lead to, by dependsOn and by templates', () => {
  expect(Object.keys(withServicesOnly(manifest, ['gateway']).services)).toEqual(['gateway', 'auth-service', 'db']);
  expect(Object.keys(withServicesOnly(manifest, ['db']).services)).toEqual(['db']);
  expect(() => withServicesOnly(manifest, ['mail'])).toThrow('There is no service "mail"; there are: web, gateway, auth-service, db.');
});
