import { expect, test } from '@playwright/test';
import { auditFiles, inShort, type Case } from './support/run-audit';
import { installed, plain, SERVER, typed, TYPED_SERVER } from './support/services';
import { json } from './support/tree';

const module = { type: 'module' };
const left = { dependencies: { left: '^1.0.0' } };
const esm = "import http from 'node:http';\nhttp.createServer().listen(Number(process.env.PORT), '127.0.0.1');\n";

// Each of these looks like a defect to a careless eye.
const cases: Readonly<Record<string, Omit<Case, 'defect'>>> = {
  'plain JavaScript': { files: plain('a') },
  'TypeScript that is built': { files: typed('a') },
  'an optional package behind try': {
    files: plain('a', { 'index.js': `try { require('fast-one'); } catch { void 0; }\n${SERVER}` }),
  },
  'a circle of imports': {
    files: plain('a', { 'index.js': `require('./b');\n${SERVER}`, 'b.js': "require('./index');\n" }),
  },
  'an ES module that makes its own require': {
    files: plain('a', { 'index.js': `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nvoid require('./data.json');\n${esm}`, 'data.json': '{}' }, module),
  },
  'code that probes for CommonJS': {
    files: plain('a', { 'index.js': `if (typeof module !== 'undefined') console.error;\n${esm}` }, module),
  },
  'ES modules without a type, which Node finds out': { files: plain('a', { 'index.js': esm }) },
  'a package with an entry for each module system': {
    files: { ...plain('a', { 'index.js': `require('left');\n${SERVER}` }, left), ...installed('left', { type: 'module', exports: { import: './index.js', require: './index.cjs' } }, { 'index.js': '', 'index.cjs': '' }) },
  },
  'an ES module that this Node can require': {
    files: { ...plain('a', { 'index.js': `require('left');\n${SERVER}` }, left), ...installed('left', { type: 'module' }, { 'index.js': 'export default 1;\n' }) },
  },
  'a subpath import of the package': {
    files: plain('a', { 'index.js': `require('#config');\n${SERVER}`, 'config.js': '' }, { imports: { '#config': './config.js' } }),
  },
  'an alias that the build replaces': {
    files: typed('a', { 'src/main.ts': `import { value } from '@app/value';\nvoid value;\n${TYPED_SERVER}`, 'src/value.ts': 'export const value = 1;\n' }, { options: { paths: { '@app/*': ['./src/*'] } }, pkg: { scripts: { build: 'tsc && tsc-alias', start: 'node dist/main.js' } } }),
  },
  'an import of types alone': {
    files: typed('a', { 'src/main.ts': `import { Shape } from './shape';\nexport const shape: Shape = {};\n${TYPED_SERVER}`, 'src/shape.ts': 'export interface Shape { x?: number }\n' }),
  },
  'a package written once, declared in its workspace': {
    files: {
      ...plain('a', { 'index.js': `require('left');\n${SERVER}` }, left),
      ...installed('left'),
      'package-lock.json': json({ lockfileVersion: 3, packages: { '': {}, 'services/a': { dependencies: { left: '^1.0.0' } } } }),
    },
  },
  'output as old as its sources': { files: typed('a'), older: ['services/a/dist/main.js', 'services/a/src/main.ts'] },
  'output that a change of a comment left behind': {
    files: typed('a', { 'dist/main.js': '"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\n', 'src/main.ts': 'export {};\n' }),
    older: ['services/a/dist/main.js'],
  },
  'a variable that the manifest sets': {
    files: plain('a', { 'index.js': `if (!process.env.CORPUS_KEY) throw new Error('no key');\n${SERVER}` }),
    services: { a: { env: { CORPUS_KEY: 'x' } } },
  },
  'a variable that is needed later only': {
    files: plain('a', { 'index.js': `const later = () => process.env.CORPUS_KEY.length;\nvoid later;\n${SERVER}` }),
  },
  'a schema whose variables may be left out, and one that is read later': {
    files: plain('a', { 'index.js': `const z = globalThis.z;\nz.object({ CORPUS_A: z.string().optional(), CORPUS_B: z.string().default('b') }).parse(process.env);\nconst later = () => z.object({ CORPUS_C: z.string() }).parse(process.env);\nvoid later;\n${SERVER}` }),
  },
  'a default that is no secret': {
    files: plain('a', { 'index.js': `const ttl = process.env.TOKEN_TTL || '15m';\nvoid ttl;\nconst seconds = process.env.TOKEN_SECONDS || '900';\nvoid seconds;\n${SERVER}` }),
  },
  'the address of a database': {
    files: { ...plain('a', { 'index.js': `const cache = 'http://localhost:6379';\nvoid cache;\n${SERVER.replace('Number(process.env.PORT)', '4001')}` }), ...plain('b', { 'index.js': SERVER.replace('Number(process.env.PORT)', '4002') }) },
    services: { a: {}, b: {} },
  },
  'a migration and the way back': {
    files: plain('a', { 'migrations/001-first.up.sql': '', 'migrations/001-first.down.sql': '' }),
  },
};

for (const [title, one] of Object.entries(cases)) {
  test(`no defect: ${title}`, async () => {
    const { defects } = await auditFiles(one);
    expect(defects.map(inShort)).toEqual([]);
  });
}
