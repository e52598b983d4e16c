import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build as bundle } from 'esbuild';
import { build as buildApp } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const COMPRESSIBLE = /\.(js|css|svg)$/;
const WORTH_COMPRESSING = 1024;

/** Builds the web app (`<outDir>/app`) and the server that serves it (`<outDir>/main.js`). */
export async function build(options = {}) {
  const outDir = resolve(options.outDir ?? join(here, 'dist'));
  const build = options.build ?? process.env.BUILD ?? 'dev';
  // Beside the present one, then in its place: whoever starts the server meanwhile finds it whole.
  const next = `${outDir}.${process.pid}`;
  try {
    await Promise.all([appInto(join(next, 'app')), serverInto(next, build)]);
    await replace(outDir, next);
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

async function replace(outDir, next) {
  const old = `${next}.old`;
  await rename(outDir, old).catch(() => undefined);
  await rename(next, outDir);
  await rm(old, { recursive: true, force: true });
}

async function appInto(outDir) {
  await buildApp({
    root: here,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
  await compressInto(join(outDir, 'assets'));
}

async function serverInto(outDir, build) {
  const { version } = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'));
  await bundle({
    entryPoints: [join(here, 'server', 'main.ts')],
    outfile: join(outDir, 'main.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'warning',
    define: { __BUILD__: JSON.stringify(build), __VERSION__: JSON.stringify(version) },
  });
}

async function compressInto(folder) {
  const names = (await readdir(folder)).filter((name) => COMPRESSIBLE.test(name));
  await Promise.all(names.map((name) => compressFile(join(folder, name))));
}

async function compressFile(path) {
  const content = await readFile(path);
  if (content.length < WORTH_COMPRESSING) return;
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, brotli));
  await writeFile(`${path}.gz`, await promisify(gzip)(content));
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) await build();
