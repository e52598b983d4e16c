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

// Messages in fifty languages would be a quarter of every service, read at each start.
const englishOnly = {
  name: 'english-only',
  setup(bundling) {
    bundling.onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: `export { default as en } from './en.js';`,
    }));
  },
};

async function writeBundle({ js, map }) {
  // The source map holds every input, so the hash changes with each of them.
  const hash = createHash('sha256').update(js.contents).update(map.contents);
  const id = hash.digest('hex').slice(0, PLACEHOLDER.length);
  await mkdir(dirname(js.path), { recursive: true });
  await writeFile(map.path, map.contents);
  await writeFile(js.path, js.text.replace(PLACEHOLDER, id));
  return id;
}

/** Bundles services, each into its own `dist/main.js`; returns their build ids by name. */
export async function buildServices(names) {
  const { outputFiles } = await build({
    absWorkingDir: servicesFolder,
    // One build for all: what they share is read and parsed once.
    entryPoints: names.map((name) => ({ in: `${name}/src/main.ts`, out: `${name}/dist/main` })),
    outdir: '.',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Modules shake off what is unused; CommonJS forms of the same packages do not.
    mainFields: ['module', 'main'],
    external: ['pg-native'],
    plugins: [englishOnly],
    sourcemap: 'linked',
    define: { 'process.env.BUILD': JSON.stringify(PLACEHOLDER) },
    write: false,
    logLevel: 'silent',
  });
  const files = new Map(outputFiles.map((file) => [file.path, file]));
  const ids = names.map(async (name) => {
    const path = join(servicesFolder, name, 'dist', 'main.js');
    return [name, await writeBundle({ js: files.get(path), map: files.get(`${path}.map`) })];
  });
  return Object.fromEntries(await Promise.all(ids));
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

// A service that cannot be bundled must not take the others with it.
async function buildServicesApart(names) {
  try {
    return await buildServices(names);
  } catch (error) {
    if (names.length < 2) throw error;
    const results = await Promise.allSettled(names.map((name) => buildServices([name])));
    const broken = results.flatMap(({ reason }, index) =>
      reason ? [`${names[index]}: ${reason.message}`] : [],
    );
    throw new Error(`The other services are bundled, these are not:\n${broken.join('\n')}`, {
      cause: error,
    });
  }
}

/** Bundles the named parts, or all, side by side; returns the build ids by name. */
export async function buildPlatform(names = []) {
  const services = serviceNames();
  const known = existsSync(webBuild) ? [...services, 'web'] : services;
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`No such part: ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  }
  const wanted = names.length > 0 ? names : known;
  const wantedServices = wanted.filter((name) => name !== 'web');
  const [ids, web] = await Promise.all([
    wantedServices.length > 0 ? buildServicesApart(wantedServices) : {},
    wanted.includes('web') ? buildWebApp() : undefined,
  ]);
  return web === undefined ? ids : { ...ids, web };
}

async function main() {
  const started = performance.now();
  const ids = await buildPlatform(process.argv.slice(2));
  for (const [name, id] of Object.entries(ids)) console.log(`${name}: ${id}`);
  console.log(`${Math.round(performance.now() - started)} ms`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
