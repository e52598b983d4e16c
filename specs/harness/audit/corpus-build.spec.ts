import { expect, test } from '@playwright/test';
import { auditFiles, inShort, type Case } from './support/run-audit';
import { installed, plain, SERVER, typed, TYPED_SERVER, without } from './support/services';

const five = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, {}]));
const shared = (file: string) => `import { value } from '../../../shared/${file}';\nvoid value;\n${TYPED_SERVER}`;
const root = { options: { rootDir: '../..' }, pkg: { main: 'dist/services/NAME/src/main.js', scripts: { build: 'tsc', start: 'node dist/services/NAME/src/main.js' } } };

/** A service whose source imports shared code, and whose build is told so. */
function sharing(name: string, file: string) {
  const { options, pkg } = JSON.parse(JSON.stringify(root).replaceAll('NAME', name)) as typeof root; // names alone were changed
  const entry = `dist/services/${name}/src/main.js`;
  return typed(name, { 'src/main.ts': shared(file), [entry]: SERVER }, { options, pkg });
}

const ofFive = (file: string) => Object.assign({}, ...Object.keys(five).map((name) => sharing(name, file))) as Record<string, string>; // files of five services

const corsTypes = { 'index.d.ts': 'export interface CorsOptions { origin?: string[]; credentials?: boolean }\n', 'index.js': '' };
const helmetTypes = { 'index.d.ts': 'export interface HelmetOptions { hsts?: boolean }\nexport declare function helmet(options: HelmetOptions): void;\n', 'index.js': '' };
const tracerTypes = { 'index.d.ts': 'export declare class Provider { constructor(options: { spanProcessors: unknown[] }) }\n', 'index.js': 'exports.Provider = class {};\n' };

const cases: Readonly<Record<string, Case>> = {
  'a CORS options type in shared code that five services import': {
    files: {
      ...ofFive('cors'),
      ...installed('cors', { types: 'index.d.ts' }, corsTypes),
      'shared/cors.ts': "import type { CorsOptions } from 'cors';\nexport const value: CorsOptions = {\n  origin: 'all',\n};\n",
    },
    services: { ...five, f: { dependsOn: ['a'] } },
    stops: ['a', 'b', 'c', 'd', 'e'],
    victims: ['f'],
    defect: 'error type-error shared/cors.ts:3',
  },
  'a header option that its library dropped': {
    files: {
      ...sharing('a', 'headers'),
      ...sharing('b', 'headers'),
      ...installed('helmet', { types: 'index.d.ts' }, helmetTypes),
      'shared/package.json': '{ "name": "shared", "dependencies": { "helmet": "1.0.0" } }',
      'shared/headers.ts': "import { helmet } from 'helmet';\nexport const value = helmet({\n  expectCt: true,\n});\n",
    },
    services: { a: {}, b: {} },
    stops: ['a', 'b'],
    defect: 'error type-error shared/headers.ts:3',
  },
  'a tracing call that a major version removed': {
    files: {
      ...sharing('a', 'tracing'),
      ...installed('tracer', { types: 'index.d.ts' }, tracerTypes),
      'shared/package.json': '{ "name": "shared", "dependencies": { "tracer": "1.0.0" } }',
      'shared/tracing.ts': "import { Provider } from 'tracer';\nexport const value = new Provider({ spanProcessors: [] });\nvalue.addSpanProcessor({});\n",
    },
    defect: 'error type-error shared/tracing.ts:3',
  },
  'a type error of its own': {
    files: typed('a', { 'src/main.ts': `${TYPED_SERVER}export const port: number = 'none';\n` }),
    defect: 'error type-error services/a/src/main.ts:4',
  },
  'a type error that a bundler does not look at': {
    files: typed('a', { 'src/main.ts': `${TYPED_SERVER}export const port: number = 'none';\n` }, { pkg: { scripts: { build: 'esbuild src/main.ts', start: 'node dist/main.js' } } }),
    defect: 'warning type-error services/a/src/main.ts:4',
  },
  'a tsconfig that is gone': {
    files: without(typed('a'), 'services/a/tsconfig.json'),
    defect: 'error tsconfig-missing services/a/package.json:6',
  },
  'a tsconfig that extends nothing': {
    files: typed('a', {}, { config: { extends: '../../tsconfig.base.json' } }),
    defect: 'error tsconfig-invalid services/a/tsconfig.json:1',
  },
  'a tsconfig that is no JSON': {
    files: typed('a', { 'tsconfig.json': '{\n  "compilerOptions": {\n    "outDir": "dist"\n    "rootDir": "src"\n  }\n}\n' }),
    defect: 'error tsconfig-invalid services/a/tsconfig.json:4',
  },
  'an option with a wrong value': {
    files: typed('a', {}, { options: { module: 'amdd' } }),
    defect: 'error tsconfig-invalid services/a/tsconfig.json:7',
  },
  'a rootDir that moves the entry one level down': {
    files: { ...typed('a', { 'src/main.ts': shared('value') }, { options: { rootDir: '../..' } }), 'shared/value.ts': 'export const value = 1;\n' },
    defect: 'error output-moved services/a/tsconfig.json:12',
  },
  'a rootDir of the folder instead of src': {
    files: typed('a', {}, { options: { rootDir: '.' } }),
    defect: 'error output-moved services/a/tsconfig.json:12',
  },
  'output that was not built': {
    files: without(typed('a'), 'services/a/dist/main.js'),
    defect: 'error output-missing services/a/package.json:7',
  },
  'output that is older than its sources': {
    files: typed('a', { 'dist/main.js': '"use strict";\nstart(4000);\n' }),
    older: ['services/a/dist/main.js'],
    defect: 'warning output-stale services/a/src/main.ts:1',
  },
  'a dist without sources': {
    files: plain('a', { 'dist/main.js': SERVER }, { main: 'dist/main.js', scripts: { start: 'node dist/main.js' } }),
    defect: 'warning output-without-sources services/a/dist/main.js:1',
  },
  'a stale .js that ts-node takes instead of its .ts': {
    files: typed('a', { 'src/value.ts': 'export const value = 2;\n', 'src/value.js': 'exports.value = 1;\n', 'src/main.ts': `import { value } from './value';\nvoid value;\n${TYPED_SERVER}` }, {
      pkg: { main: undefined, scripts: { start: 'ts-node src/main.ts' } },
      options: { outDir: undefined, noEmit: true },
    }),
    older: ['services/a/src/value.js'],
    defect: 'error source-shadowed services/a/src/value.js:1',
  },
  'a stale .js beside the .ts that was repaired': {
    files: typed('a', { 'src/main.js': SERVER }, { pkg: { main: 'src/main.js', scripts: { start: 'node src/main.js' } }, options: { noEmit: true, outDir: undefined } }),
    older: ['services/a/src/main.js'],
    defect: 'error source-shadowed services/a/src/main.js:1',
  },
  'a syntax error': {
    files: plain('a', { 'index.js': `${SERVER}const = 3;\n` }),
    defect: 'error syntax-error services/a/index.js:5',
  },
  'a syntax error in TypeScript': {
    files: typed('a', { 'src/main.ts': `${TYPED_SERVER}export const = 3;\n` }),
    defect: 'error syntax-error services/a/src/main.ts:4',
  },
};

for (const [title, one] of Object.entries(cases)) {
  test(title, async () => {
    const files = { ...one.files, ...(one.victims ? plain('f') : {}) };
    const { defects } = await auditFiles({ ...one, files });
    expect(defects.filter(({ severity }) => severity !== 'note').map(inShort)).toEqual([one.defect]);
    expect(defects[0]?.services).toEqual(one.stops ?? ['a']);
    expect(defects[0]?.victims).toEqual(one.victims ?? []);
  });
}
