import { expect, test } from '@playwright/test';
import { UsageError } from '../../../support/errors/usage-error';
import { parsePlatform } from '../../../support/manifest/parse-platform';

const processLaunch = { command: ['node', 'x.js'] };
const good = { launch: { process: processLaunch } };

/** A manifest with one service that is `service`. */
const withService = (service: object) => ({ name: 'shop', services: { web: service } });
const withKey = (more: object) => ({ name: 'shop', services: { web: good }, ...more });

interface Row {
  readonly title: string;
  readonly manifest: unknown;
  readonly lines: readonly string[];
}

const shapes: readonly Row[] = [
  { title: 'no object', manifest: 'shop', lines: ['(the whole): found "shop", allowed: object'] },
  {
    title: 'nothing at all',
    manifest: {},
    lines: ['name: found nothing, allowed: string', 'services: found nothing, allowed: record'],
  },
  {
    title: 'a name with a blank',
    manifest: { ...withKey({}), name: 'My Shop' },
    lines: ['name: found "My Shop", allowed: a name of small letters, digits and hyphens'],
  },
  {
    title: 'an unknown key',
    manifest: withKey({ service: {} }),
    lines: ['service: found {}, but there is no such key'],
  },
  {
    title: 'two unknown keys in a service',
    manifest: withService({ ...good, prot: 4000, dependOn: ['api'] }),
    lines: [
      'services.web.prot: found 4000, but there is no such key',
      'services.web.dependOn: found ["api"], but there is no such key',
    ],
  },
  {
    title: 'a service name with capitals',
    manifest: { name: 'shop', services: { Web: good } },
    lines: ['services.Web: found {"launch":{"process":{"command":["node","x.js"]}}}, allowed: a name of small letters, digits and hyphens'],
  },
  {
    title: 'a port that is text',
    manifest: withService({ ...good, port: '4000' }),
    lines: ['services.web.port: found "4000", allowed: number'],
  },
  {
    title: 'a port above the last one',
    manifest: withService({ ...good, port: 70_000 }),
    lines: ['services.web.port: found 70000, allowed: at most 65535'],
  },
  {
    title: 'a port below the first one',
    manifest: withService({ ...good, port: -1 }),
    lines: ['services.web.port: found -1, allowed: at least 0'],
  },
  {
    title: 'no launch',
    manifest: withService({}),
    lines: ['services.web.launch: found nothing, allowed: object'],
  },
  {
    title: 'an empty command',
    manifest: withService({ launch: { process: { command: [] } } }),
    lines: ['services.web.launch.process.command: found [], allowed: at least 1'],
  },
  {
    title: 'a command that is text',
    manifest: withService({ launch: { process: { command: 'node x.js' } } }),
    lines: ['services.web.launch.process.command: found "node x.js", allowed: array'],
  },
  {
    title: 'an unknown launcher',
    manifest: withService({ launch: { proces: processLaunch } }),
    lines: ['services.web.launch.proces: found {"command":["node","x.js"]}, but there is no such key'],
  },
  {
    title: 'a variable that is a number',
    manifest: withService({ ...good, env: { LIMIT: 5 } }),
    lines: ['services.web.env.LIMIT: found 5, allowed: string'],
  },
  {
    title: 'a deadline of zero',
    manifest: withService({ ...good, deadlines: { ready: 0 } }),
    lines: ['services.web.deadlines.ready: found 0, allowed: at least 1'],
  },
  {
    title: 'a session that is no strategy',
    manifest: withKey({ session: { signIn: () => undefined } }),
    lines: ['session: found {}, allowed: an object with the functions signIn, storage, headers'],
  },
  {
    title: 'tenants that are a function',
    manifest: withKey({ tenants: () => undefined }),
    lines: ['tenants: found a function, allowed: an object with the functions create, account'],
  },
  {
    title: 'an account without a password',
    manifest: withKey({ roles: { owner: { account: { email: 'o@shop.test' } } } }),
    lines: ['roles.owner.account.password: found nothing, allowed: string'],
  },
  {
    title: 'a build without outputs',
    manifest: withKey({ build: { command: ['make'], inputs: ['src/**'], outputs: [] } }),
    lines: ['build.outputs: found [], allowed: at least 1'],
  },
];

const references: readonly Row[] = [
  {
    title: 'an app that is no service',
    manifest: withKey({ app: 'wbe' }),
    lines: ['app: found "wbe", allowed: a service of this manifest (web)'],
  },
  {
    title: 'an api that is no service',
    manifest: withKey({ api: 'gateway' }),
    lines: ['api: found "gateway", allowed: a service of this manifest (web)'],
  },
  {
    title: 'a dependency on no service',
    manifest: withService({ ...good, dependsOn: ['databse'] }),
    lines: ['services.web.dependsOn: found "databse", allowed: a service of this manifest (web)'],
  },
  {
    title: 'templates that name no service, or no part of one',
    manifest: withService({
      launch: { process: { command: ['node', '{{apx.port}}'], env: { TWO: '{{web.uri}}' } } },
      env: { ONE: 'x {{ api.url }} y' },
    }),
    lines: [
      'services.web.env.ONE: found "api.url", allowed: a service of this manifest (web)',
      'services.web.launch.process.env.TWO: found "web.uri", allowed: web.url, web.publicUrl, web.host, web.port',
      'services.web.launch.process.command.1: found "apx.port", allowed: a service of this manifest (web)',
    ],
  },
  {
    title: 'a service that depends on itself',
    manifest: withService({ ...good, dependsOn: ['web'] }),
    lines: ['services.web.dependsOn: found the circle web → web, allowed: no circles'],
  },
  {
    title: 'a circle behind a service that is not in it',
    manifest: {
      name: 'shop',
      services: {
        web: { ...good, dependsOn: ['api'] },
        api: { ...good, dependsOn: [{ service: 'jobs', when: 'started' }] },
        jobs: { ...good, dependsOn: ['api'] },
      },
    },
    lines: ['services.api.dependsOn: found the circle api → jobs → api, allowed: no circles'],
  },
];

for (const { title, manifest, lines } of [...shapes, ...references]) {
  test(`a wrong manifest is told: ${title}`, () => {
    expect(messageOf(manifest)).toBe(
      ['The manifest (groundwork.config.ts) is wrong:', ...lines.map((line) => `  ${line}`), 'Correct it and run again.'].join('\n'),
    );
  });
}

test('a good manifest gets every default', () => {
  const { services, paths, roles } = parsePlatform(withService(good));
  expect({ services, paths, roles }).toEqual({
    paths: { output: 'reports/output' },
    roles: {},
    services: {
      web: {
        launch: { process: { ...processLaunch, env: {}, inputs: [] } },
        env: {},
        port: 0,
        dependsOn: [],
        ready: { kind: 'http', path: '/health/ready' },
        deadlines: { ready: 30_000, answer: 1_000, stop: 5_000 },
        routes: [],
      },
    },
  });
});

test('templates may point in circles: all ports are known before the first start', () => {
  const services = {
    web: { ...good, env: { API: '{{api.url}}', KEY: '{{secret.key}}' } },
    api: { ...good, env: { WEB: '{{web.host}}:{{web.port}}' } },
  };
  expect(Object.keys(parsePlatform({ name: 'shop', services }).services)).toEqual(['web', 'api']);
});

function messageOf(manifest: unknown): string {
  try {
    parsePlatform(manifest);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    const { message, stack } = error as UsageError; // asserted above
    expect(stack).toBe(message);
    return message;
  }
  return 'no error';
}
