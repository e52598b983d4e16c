import { expect, test } from '@playwright/test';
import { auditFiles, inShort, type Case } from './support/run-audit';
import { inFolder, installed, plain, SERVER } from './support/services';
import { json, type Files } from './support/tree';

const left = { dependencies: { left: '^1.0.0' } };
const uses = (name: string) => `require('${name}');\n${SERVER}`;
const service = plain('a', { 'index.js': uses('left') }, left);
const root = (more: object = {}) => json({ name: 'all', private: true, workspaces: ['services/*', 'shared'], ...more });
const shared = inFolder('shared', { 'package.json': json({ name: '@all/shared', version: '1.0.0', main: 'index.js' }), 'index.js': '' });
const siblings = plain('a', { 'index.js': uses('@all/shared') }, { dependencies: { '@all/shared': '1.0.0' } });

const yarn1 = (...entries: readonly string[]) => `# yarn lockfile v1\n\n\n${entries.map((one) => `${one}:\n  version "1.0.0"\n`).join('\n')}`;
const berry = (range: string, more = '') => `__metadata:
  version: 8

"a@workspace:services/a":
  version: 0.0.0-use.local
  resolution: "a@workspace:services/a"
  dependencies:
    left: "npm:${range}"
${more}  languageName: unknown
  linkType: soft

"left@npm:${range}":
  version: 1.0.0
  resolution: "left@npm:1.0.0"
`;
const pnpm9 = (range: string, more = '') => `lockfileVersion: '9.0'

importers:

  .: {}

  services/a:
    dependencies:
      left:
        specifier: ${range}
        version: 1.0.0
${more}
packages:

  left@1.0.0:
    resolution: {integrity: sha512-x}
`;
const pnpm5 = (range: string) => `lockfileVersion: 5.4
importers:
  services/a:
    specifiers:
      left: ${range}
    dependencies:
      left: 1.0.0
`;

/** As pnpm installs it: a link in the service, the files elsewhere. */
const store = inFolder('node_modules/.pnpm/left@1.0.0', installed('left'));
const link = { 'services/a/node_modules/left': 'node_modules/.pnpm/left@1.0.0/node_modules/left' };
const ofPnpm = (lock: string): Pick<Case, 'files' | 'links'> => ({ files: { ...service, ...store, 'package.json': root(), 'pnpm-lock.yaml': lock }, links: link });
const ofYarn = (lock: string, more: Files = {}): Pick<Case, 'files'> => ({ files: { ...service, ...installed('left'), 'package.json': root(), 'yarn.lock': lock, ...more } });

const broken: Readonly<Record<string, Omit<Case, 'defect'> & { readonly defect?: string }>> = {
  "pnpm's lock file has another range": ofPnpm(pnpm9('^0.9.0')),
  "pnpm's lock file of version 5 has another range": ofPnpm(pnpm5('^0.9.0')),
  "pnpm's lock file lacks it": ofPnpm("lockfileVersion: '9.0'\n\nimporters:\n\n  services/a:\n    dependencies: {}\n"),
  "pnpm's lock file still has another": {
    ...ofPnpm(pnpm9('^1.0.0', '      right:\n        specifier: ^1.0.0\n        version: 1.0.0\n')),
    defect: 'error lock-mismatch services/a/package.json:1',
  },
  "Yarn 1's lock file has another range": ofYarn(yarn1('left@^0.9.0')),
  "Yarn 4's lock file has another range": ofYarn(berry('^0.9.0')),
  "Yarn 4's lock file still has another": { ...ofYarn(berry('^1.0.0', '    right: "npm:^1.0.0"\n')), defect: 'error lock-mismatch services/a/package.json:1' },
};

for (const [title, one] of Object.entries(broken)) {
  test(title, async () => {
    const { defects } = await auditFiles(one);
    expect(defects.map(inShort)).toEqual([one.defect ?? 'error lock-mismatch services/a/package.json:9']);
    expect(defects[0]?.repair).toMatch(/run "(pnpm|yarn) install"/);
  });
}

const sound: Readonly<Record<string, Omit<Case, 'defect'>>> = {
  'pnpm 9 and its links': ofPnpm(pnpm9('^1.0.0')),
  'pnpm 7': ofPnpm(pnpm5('^1.0.0')),
  'a range that pnpm is told to replace': ofPnpm(`${pnpm9('1.0.0')}\noverrides:\n  a>left@^1: 1.0.0\n`),
  'a sibling of a pnpm workspace': {
    files: { ...plain('a', { 'index.js': uses('@all/shared') }, { dependencies: { '@all/shared': 'workspace:*' } }), ...shared, 'package.json': root(), 'pnpm-lock.yaml': pnpm9('x').replace(/left:\n(.*)x\n/, "'@all/shared':\n$1workspace:*\n") },
    links: { 'services/a/node_modules/@all/shared': 'shared' },
  },
  'Yarn 1, ranges joined': ofYarn(yarn1('left@^1.0.0, left@^1.0.1')),
  'Yarn 4': ofYarn(berry('^1.0.0')),
  'a range that Yarn is told to replace': ofYarn(berry('1.0.0').replace('left: "npm:1.0.0"', 'left: "npm:^1.0.0"'), { 'package.json': root({ resolutions: { 'left@npm:^1.0.0': '1.0.0' } }) }),
  'a sibling of a Yarn workspace': {
    files: { ...siblings, ...shared, 'package.json': root(), 'yarn.lock': yarn1('other@^1.0.0') },
    links: { 'node_modules/@all/shared': 'shared' },
  },
  'a package that is no workspace of the lock file above': ofYarn(yarn1('other@^1.0.0'), { 'package.json': json({ name: 'all' }) }),
  "a lock file of another manager that was left over": ofYarn(berry('^1.0.0'), { 'package-lock.json': json({ lockfileVersion: 3, packages: { 'services/a': { dependencies: { left: '^0.1.0' } } } }) }),
  'a lock file that nobody can read': ofPnpm('a: [\n b: }'),
};

for (const [title, one] of Object.entries(sound)) {
  test(`no defect: ${title}`, async () => {
    const { defects } = await auditFiles(one);
    expect(defects.map(inShort)).toEqual([]);
  });
}

test('of packages that Plug\'n\'Play keeps nothing is invented, and that is said', async () => {
  const files = { ...service, 'package.json': root(), 'yarn.lock': berry('^1.0.0'), '.pnp.cjs': '' };
  const { defects, services } = await auditFiles({ files });
  expect(defects.map(inShort)).toEqual([]);
  expect(services[0]?.skipped.join()).toContain("Plug'n'Play");
});

test('a repository in which nothing is installed has one defect', async () => {
  const of = (name: string) => plain(name, { 'index.js': `require('left');\nrequire('right');\n${SERVER}` }, { dependencies: { left: '^1.0.0', right: '^1.0.0' } });
  const lock = json({ lockfileVersion: 3, packages: Object.fromEntries(['a', 'b'].map((name) => [`services/${name}`, { dependencies: { left: '^1.0.0', right: '^1.0.0' } }])) });
  const { defects } = await auditFiles({ files: { ...of('a'), ...of('b'), 'package.json': root(), 'package-lock.json': lock }, services: { a: {}, b: {} } });
  expect(defects.map(inShort)).toEqual(['error dependency-not-installed package.json:1']);
  expect(defects[0]?.services).toEqual(['a', 'b']);
});
