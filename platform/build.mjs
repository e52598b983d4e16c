// Bundles the reference platform: `node platform/build.mjs [name…]`, everything without a name.
// Types are not looked at here; `npx tsc -p platform/backend` does that.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const servicesFolder = join(here, 'backend', 'services');
const webBuild = join(here, 'web', 'build.mjs');

// As long as a build id, so that putting the id in moves no position of the source map.
const PLACEHOLDER = '@@build-id@@';

/** The names of all services that have a main file. */
export function serviceNames() {
  return readdirSync(servicesFolder)
    .filter((name) => existsSync(join(servicesFolder, name, 'src', 'main.ts')))
    .sort();
}

/** Bundles one service into its `dist/main.js`; returns the build id. */
export async function buildService(name) {
  const folder = join(servicesFolder, name);
  const result = await build({
    absWorkingDir: folder,
    entryPoints: ['src/main.ts'],
    outfile: 'dist/main.js',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Modules shake off what is unused; CommonJS forms of the same packages do not.
    mainFields: ['module', 'main'],
    external: ['pg-native'],
    sourcemap: 'linked',
    define: { 'process.env.BUILD': JSON.stringify(PLACEHOLDER) },
    write: false,
    logLevel: 'silent',
  });
  // The source map holds every input, so its hash changes with each of them.
  const hash = createHash('sha256');
  for (const file of result.outputFiles) hash.update(file.contents);
  const id = hash.digest('hex').slice(0, PLACEHOLDER.length);
  await mkdir(join(folder, 'dist'), { recursive: true });
  await Promise.all(
    result.outputFiles.map(({ path, text }) =>
      writeFile(path, path.endsWith('.js') ? text.replace(PLACEHOLDER, id) : text),
    ),
  );
  return id;
}

async function webSourcesHash() {
  const folder = dirname(webBuild);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/^(dist|node_modules)[\\/]/.test(relative(folder, path)))
    .sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(await readFile(name));
  return hash.digest('hex').slice(0, PLACEHOLDER.length);
}

/** Bundles the web app by its own script; returns the build id. */
export async function buildWebApp() {
  const id = await webSourcesHash();
  const web = await import(pathToFileURL(webBuild).href);
  await web.build({ build: id });
  return id;
}

/** Bundles the named parts, or all, side by side. */
export async function buildPlatform(names = []) {
  const services = serviceNames();
  const known = existsSync(webBuild) ? [...services, 'web'] : services;
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`No such part: ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  }
  const wanted = names.length > 0 ? names : known;
  const results = await Promise.allSettled(
    wanted.map((name) => (name === 'web' ? buildWebApp() : buildService(name))),
  );
  return wanted.map((name, index) => ({ name, result: results[index] }));
}

async function main() {
  const started = performance.now();
  const outcomes = await buildPlatform(process.argv.slice(2));
  for (const { name, result } of outcomes) {
    if (result.status === 'fulfilled') {
      console.log(`${name}: ${result.value ?? 'built'}`);
    } else {
      console.error(`${name}: could not be built.\n${result.reason?.message ?? result.reason}`);
      process.exitCode = 1;
    }
  }
  console.log(`${Math.round(performance.now() - started)} ms`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
