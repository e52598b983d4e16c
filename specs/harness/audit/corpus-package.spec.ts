import { expect, test } from '@playwright/test';
import { auditFiles, inShort, type Case } from './support/run-audit';
import { inFolder, installed, plain, SERVER, without } from './support/services';
import { json } from './support/tree';

const launched = { launch: { process: { command: ['node', 'services/a/dist/main.js'] } } };
const imports = (name: string) => `require('${name}');\n${SERVER}`;
const sibling = plain('b');
const two = { a: {}, b: {} };

const cases: Readonly<Record<string, Case>> = {
  'no package.json beside a dist': {
    files: { ...sibling, 'services/a/dist/main.js': SERVER, 'services/a/src/main.js': SERVER },
    services: { a: launched, b: {} },
    defect: 'error package-missing services/a/package.json:1',
  },
  'a package.json that is no JSON': {
    files: plain('a', { 'package.json': '{\n  "name": "a",\n  "main": "index.js",\n}\n' }),
    services: { a: { launch: { process: { command: ['node', 'index.js'], cwd: 'services/a' } } } },
    defect: 'error package-invalid services/a/package.json:3',
  },
  'a package without a name': {
    files: plain('a', {}, { name: undefined }),
    defect: 'warning package-unnamed services/a/package.json:1',
  },
  'a main that points at nothing': {
    files: plain('a', {}, { main: 'lib/server.js' }),
    defect: 'warning main-missing services/a/package.json:4',
  },
  'a start script that runs nothing': {
    files: plain('a', {}, { scripts: { start: 'node server.js' } }),
    defect: 'error entry-missing services/a/package.json:6',
  },
  'no start script': {
    files: plain('a', {}, { scripts: {} }),
    defect: 'error script-missing services/a/package.json:1',
  },
  'another script that runs nothing': {
    files: plain('a', {}, { scripts: { start: 'node index.js', seed: 'node tools/seed.js' } }),
    defect: 'warning script-missing services/a/package.json:7',
  },
  'a Node that is not this one': {
    files: plain('a', {}, { engines: { node: '>=99' } }),
    defect: 'error engine-mismatch services/a/package.json:9',
  },
  'a lock file that has another version': {
    files: {
      ...plain('a', { 'index.js': imports('left') }, { dependencies: { left: '^1.0.0' } }),
      ...installed('left'),
      'services/a/package-lock.json': json({ lockfileVersion: 3, packages: { '': { dependencies: { left: '^0.9.0' } } } }),
    },
    defect: 'error lock-mismatch services/a/package.json:9',
  },
  'a dependency that is not installed': {
    files: plain('a', { 'index.js': imports('left') }, { dependencies: { left: '^1.0.0' } }),
    defect: 'error dependency-not-installed services/a/index.js:1',
  },
  'a dependency that only the root installs': {
    files: { ...plain('a', { 'index.js': imports('left') }), ...installed('left'), 'package.json': json({ dependencies: { left: '1.0.0' } }) },
    defect: 'warning dependency-undeclared services/a/index.js:1',
  },
  'a dependency in another version': {
    files: { ...plain('a', { 'index.js': imports('left') }, { dependencies: { left: '^2.0.0' } }), ...installed('left') },
    defect: 'warning dependency-version services/a/package.json:9',
  },
  'a dependency from a folder that is gone': {
    files: plain('a', { 'index.js': imports('left') }, { dependencies: { left: 'file:../../shared/left' } }),
    defect: 'error dependency-folder-missing services/a/package.json:9',
  },
  'a devDependency that is needed at run time': {
    files: { ...plain('a', { 'index.js': imports('left') }, { devDependencies: { left: '^1.0.0' } }), ...installed('left') },
    defect: 'warning dev-dependency-at-run services/a/index.js:1',
  },
  'versions that contradict each other': {
    files: {
      ...plain('a', { 'index.js': imports('left') }, { dependencies: { left: '^1.0.0' } }),
      ...plain('b', { 'index.js': imports('left') }, { dependencies: { left: '^2.0.0' } }),
      ...inFolder('services/a', installed('left')),
      ...inFolder('services/b', installed('left', { version: '2.0.0' })),
    },
    services: two,
    defect: 'warning versions-contradict services/a/package.json:9',
  },
};

for (const [title, one] of Object.entries(cases)) {
  test(title, async () => {
    const { defects } = await auditFiles(one);
    expect(defects.filter(({ severity }) => severity !== 'note').map(inShort)).toEqual([one.defect]);
    expect(defects[0]?.services).toEqual(one.stops ?? ['a']);
  });
}

test('one package.json for the whole repository is no defect', async () => {
  const files = without({ ...plain('a', { 'index.js': imports('left') }), ...installed('left') }, 'services/a/package.json');
  const services = { a: { launch: { process: { command: ['node', 'services/a/index.js'] } } } };
  const { defects } = await auditFiles({ files: { ...files, 'package.json': json({ name: 'all', dependencies: { left: '1.0.0' } }) }, services });
  expect(defects.map(inShort)).toEqual([]);
});
