import { json, type Files } from './tree';

/** A server that is sound: its own port, deep health, traces, structured lines. */
export const SERVER = `const http = require('node:http');
const server = http.createServer((request, response) => response.end('{}'));
server.listen(Number(process.env.PORT), process.env.HOST || '127.0.0.1');
process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;

/** The same in TypeScript, without types of Node. */
export const TYPED_SERVER = `declare const process: { env: Record<string, string | undefined> };
declare function start(port: number): void;
start(Number(process.env.PORT));
`;

const BUILT = '"use strict";\nstart(Number(process.env.PORT));\n';

/** A JavaScript service in `services/<name>`; `files` stand beside or instead of its own. */
export function plain(name: string, files: Files = {}, pkg: object = {}): Files {
  const own = {
    'package.json': json({ name, version: '1.0.0', main: 'index.js', scripts: { start: 'node index.js' }, ...pkg }),
    'index.js': SERVER,
  };
  return inFolder(`services/${name}`, { ...own, ...files });
}

/** A TypeScript service in `services/<name>`, built by tsc into `dist`. */
export function typed(name: string, files: Files = {}, { pkg = {}, options = {}, config = {} } = {}): Files {
  const own = {
    'package.json': json({ name, version: '1.0.0', main: 'dist/main.js', scripts: { build: 'tsc', start: 'node dist/main.js' }, ...pkg }),
    'tsconfig.json': json({ compilerOptions: { ...OPTIONS, ...options }, include: ['src'], ...config }),
    'src/main.ts': TYPED_SERVER,
    'dist/main.js': BUILT,
  };
  return inFolder(`services/${name}`, { ...own, ...files });
}

// A small library, so that the compiler is quick.
const OPTIONS = {
  target: 'es2022',
  lib: ['es5'],
  module: 'commonjs',
  moduleResolution: 'bundler',
  ignoreDeprecations: '6.0',
  types: [],
  strict: true,
  rootDir: 'src',
  outDir: 'dist',
};

/** An installed package. */
export function installed(name: string, pkg: object = {}, files: Files = { 'index.js': 'module.exports = {};\n' }): Files {
  return inFolder(`node_modules/${name}`, { 'package.json': json({ name, version: '1.0.0', main: 'index.js', ...pkg }), ...files });
}

/** Files without some of them. */
export function without(files: Files, ...names: readonly string[]): Files {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));
}

/** Files put into a folder. */
export function inFolder(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));
}
