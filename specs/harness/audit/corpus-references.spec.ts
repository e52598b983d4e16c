import { expect, test } from '@playwright/test';
import { auditFiles, inShort, type Case } from './support/run-audit';
import { inFolder, typed, TYPED_SERVER, without } from './support/services';
import { json, type Files } from './support/tree';

const OPTIONS = { target: 'es2022', lib: ['es5'], module: 'nodenext', types: [], strict: true, composite: true, rootDir: 'src', outDir: 'dist' };

/** Shared code that is a project of its own, built before the services that stand on it. */
const shared = (value: string): Files =>
  inFolder('shared', {
    'package.json': json({ name: '@all/shared', version: '1.0.0', main: 'dist/index.js', types: 'dist/index.d.ts' }),
    'tsconfig.json': json({ compilerOptions: OPTIONS, include: ['src'] }),
    'src/index.ts': `export const value: number = ${value};\n`,
  });

interface Change {
  readonly main?: string;
  readonly options?: object;
  readonly start?: string;
}

function service(name: string, { main = '', options = {}, start = 'dist/main.js' }: Change = {}): Files {
  const pkg = { main: start, scripts: { build: 'tsc -b', start: `node ${start}` }, dependencies: { '@all/shared': '1.0.0' } };
  const config = { compilerOptions: { ...OPTIONS, ...options }, references: [{ path: '../../shared' }] };
  const source = `import { value } from '@all/shared';\nvoid value;\n${TYPED_SERVER}${main}`;
  return typed(name, { 'src/main.ts': source, 'tsconfig.json': json({ ...config, include: ['src'] }) }, { pkg });
}

const BUILT = { 'shared/dist/index.js': 'exports.value = 1;\n', 'shared/dist/index.d.ts': 'export declare const value: number;\n' };
const links = { 'node_modules/@all/shared': 'shared' };
const two = { ...service('a'), ...service('b') };
const services = { a: {}, b: {} };

const broken: Readonly<Record<string, Case>> = {
  'a type error in shared code, told once': { files: { ...two, ...shared("'none'"), ...BUILT }, services, stops: ['a', 'b'], defect: 'error type-error shared/src/index.ts:1' },
  'a type error in one of the services': {
    files: { ...two, ...service('b', { main: "export const port: number = 'none';\n" }), ...shared('1'), ...BUILT },
    services,
    stops: ['b'],
    defect: 'error type-error services/b/src/main.ts:6',
  },
  'a name that shared code does not have': {
    files: { ...service('a', { main: "import { gone } from '@all/shared';\nvoid gone;\n" }), ...shared('1'), ...BUILT },
    defect: 'error type-error services/a/src/main.ts:6',
  },
  'a rootDir that moves the entry': { files: { ...service('a', { options: { rootDir: '.' } }), ...shared('1'), ...BUILT }, defect: 'error output-moved services/a/tsconfig.json:11' },
  'a start that looks elsewhere': {
    files: { ...service('a', { start: 'dist/src/main.js' }), ...shared('1'), ...BUILT, 'services/a/dist/src/main.js': '' },
    defect: 'error output-moved services/a/tsconfig.json:11',
  },
  'a service that is built and shared code that is not': { files: { ...service('a'), ...shared('1') }, defect: 'error import-unresolved services/a/src/main.ts:1' },
  'nothing is built': { files: without({ ...service('a'), ...shared('1') }, 'services/a/dist/main.js'), defect: 'error output-missing services/a/package.json:7' },
};

for (const [title, one] of Object.entries(broken)) {
  test(title, async () => {
    const { defects } = await auditFiles({ ...one, links });
    expect(defects.map(inShort)).toEqual([one.defect]);
    expect(defects[0]?.services).toEqual(one.stops ?? ['a']);
  });
}

const solution = { ...service('a'), 'services/a/tsconfig.json': json({ files: [], references: [{ path: './tsconfig.app.json' }] }) };
const app = { 'services/a/tsconfig.app.json': json({ compilerOptions: OPTIONS, include: ['src'], references: [{ path: '../../shared' }] }) };

const sound: Readonly<Record<string, Omit<Case, 'defect'>>> = {
  'projects that stand on one another': { files: { ...two, ...shared('1'), ...BUILT }, services },
  'a solution file whose projects do the work': { files: { ...solution, ...app, ...shared('1'), ...BUILT } },
};

for (const [title, one] of Object.entries(sound)) {
  test(`no defect: ${title}`, async () => {
    const { defects } = await auditFiles({ ...one, links });
    expect(defects.map(inShort)).toEqual([]);
  });
}
