import { expect, test } from '@playwright/test';
import { auditFiles, inShort, type Case } from './support/run-audit';
import { installed, plain, SERVER, typed, TYPED_SERVER } from './support/services';

const module = { type: 'module' };
const esm = (first: string) => `${first}\nimport http from 'node:http';\nhttp.createServer().listen(Number(process.env.PORT), '127.0.0.1');\n`;
const left = { dependencies: { left: '^1.0.0' } };

const cases: Readonly<Record<string, Case>> = {
  'a relative import that leads nowhere': {
    files: plain('a', { 'index.js': `require('./routes');\n${SERVER}` }),
    defect: 'error import-unresolved services/a/index.js:1',
  },
  'a name that differs in capital letters': {
    files: plain('a', { 'index.js': `require('./Routes');\n${SERVER}`, 'routes.js': '' }),
    defect: 'error import-unresolved services/a/index.js:1',
  },
  'a package that nobody declares or installs': {
    files: plain('a', { 'index.js': `require('left');\n${SERVER}` }),
    defect: 'error import-unresolved services/a/index.js:1',
  },
  'a missing import deep down': {
    files: plain('a', { 'index.js': `require('./one');\n${SERVER}`, 'one.js': "require('./two');\n", 'two.js': "\n\nrequire('./three');\n" }),
    defect: 'error import-unresolved services/a/two.js:3',
  },
  'a TypeScript import that leads nowhere': {
    files: typed('a', { 'src/main.ts': `import { x } from './gone';\nvoid x;\n${TYPED_SERVER}` }),
    defect: 'error import-unresolved services/a/src/main.ts:1',
  },
  'a part of a package that it does not export': {
    files: { ...plain('a', { 'index.js': `require('left/inner');\n${SERVER}` }, left), ...installed('left', { exports: { '.': './index.js' } }, { 'index.js': '', 'inner.js': '' }) },
    defect: 'error subpath-not-exported services/a/index.js:1',
  },
  'CommonJS that requires a package for ES modules only': {
    files: { ...plain('a', { 'index.js': `require('left');\n${SERVER}` }, left), ...installed('left', { type: 'module', exports: { import: './index.js' } }, { 'index.js': 'export default 1;\n' }) },
    defect: 'error require-of-esm services/a/index.js:1',
  },
  'CommonJS that requires a module that waits at its top level': {
    files: plain('a', { 'index.js': `require('./config.mjs');\n${SERVER}`, 'config.mjs': 'export const config = await Promise.resolve(1);\n' }),
    defect: 'error require-of-esm services/a/index.js:1',
  },
  'an alias that only the type checker knows': {
    files: typed('a', { 'src/main.ts': `import { value } from '@app/value';\nvoid value;\n${TYPED_SERVER}`, 'src/value.ts': 'export const value = 1;\n' }, { options: { paths: { '@app/*': ['./src/*'] } } }),
    defect: 'error alias-in-output services/a/src/main.ts:1',
  },
  'an alias that ts-node does not know': {
    files: typed(
      'a',
      { 'src/main.ts': `import { value } from '@app/value';\nvoid value;\n${TYPED_SERVER}`, 'src/value.ts': 'export const value = 1;\n' },
      { options: { noEmit: true, outDir: undefined, paths: { '@app/*': ['./src/*'] } }, pkg: { main: undefined, scripts: { start: 'ts-node src/main.ts' } } },
    ),
    defect: 'error alias-in-output services/a/src/main.ts:1',
  },
  'an ES module import without extension': {
    files: plain('a', { 'index.js': esm("import { routes } from './routes';\nvoid routes;"), 'routes.js': 'export const routes = 1;\n' }, module),
    defect: 'error extension-missing services/a/index.js:1',
  },
  'an ES module import without extension, in TypeScript': {
    files: typed('a', { 'src/main.ts': `import { value } from './value';\nvoid value;\n${TYPED_SERVER}`, 'src/value.ts': 'export const value = 1;\n' }, { options: { module: 'es2022' }, pkg: module }),
    defect: 'error extension-missing services/a/src/main.ts:1',
  },
  'import in a package of CommonJS': {
    files: plain('a', { 'index.js': esm('') }, { type: 'commonjs' }),
    defect: 'error esm-in-commonjs services/a/index.js:2',
  },
  'require in an ES module': {
    files: plain('a', { 'index.js': SERVER }, module),
    defect: 'error commonjs-in-esm services/a/index.js:1',
  },
  '__dirname in an ES module': {
    files: plain('a', { 'index.js': esm('const here = __dirname;\nvoid here;') }, module),
    defect: 'error commonjs-in-esm services/a/index.js:1',
  },
  'a name that the other module does not export': {
    files: plain('a', { 'index.js': esm("import { routes } from './routes.js';\nvoid routes;"), 'routes.js': 'export const paths = 1;\n' }, module),
    defect: 'error name-not-exported services/a/index.js:1',
  },
  'a package whose main was not built': {
    files: { ...plain('a', { 'index.js': `require('left');\n${SERVER}` }, left), ...installed('left', { main: 'dist/index.js' }, {}) },
    defect: 'error import-unresolved services/a/index.js:1',
  },
  'TypeScript that Node is to run': {
    files: { ...plain('a', { 'index.js': `require('left');\n${SERVER}` }, left), ...installed('left', { exports: './index.ts' }, { 'index.ts': 'export const x: number = 1;\n' }) },
    defect: 'error typescript-at-run services/a/index.js:1',
  },
};

for (const [title, one] of Object.entries(cases)) {
  test(title, async () => {
    const { defects } = await auditFiles(one);
    expect(defects.filter(({ severity }) => severity !== 'note').map(inShort)).toEqual([one.defect]);
    expect(defects[0]?.services).toEqual(['a']);
  });
}
