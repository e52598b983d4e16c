import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { ResolverFactory, type NapiResolveOptions, type ResolveResult } from 'oxc-resolver';
import type { Resolution } from '../model/facts';
import { isFile } from './read-text';

/** By whose rules an import is looked up. */
export type Rules = 'commonjs' | 'module' | 'sources';

/** Looks an import up from a file. */
export type Resolve = (from: string, specifier: string, rules: Rules) => Resolution;

const ASSET = /\.(css|scss|sass|less|svg|png|jpe?g|gif|webp|ico|woff2?|ttf|html|txt|md|sql|graphql|wasm|ya?ml)$/i;
const SOURCE_EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.d.ts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.node'];

const COMMON: NapiResolveOptions = { builtinModules: true, moduleType: true, symlinks: true };

const COMMON_JS: NapiResolveOptions = {
  ...COMMON,
  conditionNames: ['node', 'require', 'module-sync'],
  extensions: ['.js', '.json', '.node'],
};

const MODULE: NapiResolveOptions = {
  ...COMMON,
  conditionNames: ['node', 'import', 'module-sync'],
  extensions: [],
  fullySpecified: true,
};

const SOURCES: NapiResolveOptions = {
  ...COMMON,
  conditionNames: ['types', 'import', 'node', 'require'],
  mainFields: ['types', 'module', 'main'],
  extensions: SOURCE_EXTENSIONS,
  extensionAlias: {
    '.js': ['.ts', '.tsx', '.d.ts', '.js', '.jsx'],
    '.jsx': ['.tsx', '.jsx'],
    '.mjs': ['.mts', '.d.mts', '.mjs'],
    '.cjs': ['.cts', '.d.cts', '.cjs'],
  },
};

/**
 * Makes a resolver; `tsconfig` gives the aliases that sources may use, `hasPnp` says that packages lie where only Yarn
 * finds them.
 */
export function makeResolver(tsconfig?: string, hasPnp = false): Resolve {
  const factories = {
    commonjs: new ResolverFactory(COMMON_JS),
    module: new ResolverFactory(MODULE),
    sources: new ResolverFactory(tsconfig ? { ...SOURCES, tsconfig: { configFile: tsconfig, references: 'auto' } } : SOURCES),
  };
  return (from, specifier, rules) => {
    const plain = specifier.replace(/[?#].*$/, (rest) => (specifier.startsWith('#') ? rest : ''));
    if (isBuiltin(plain) || /^(node|data|https?|virtual|file|\0):?/.test(plain) && /^(node:|data:|https?:|virtual:|file:|\0)/.test(plain)) {
      return { kind: 'builtin' };
    }
    const folder = path.dirname(from);
    const found = safely(() => factories[rules].sync(folder, plain));
    if (found.path) return { kind: 'file', file: found.path, package: packageOf(plain, found), isModule: found.moduleType === 'module' };
    if (found.builtin) return { kind: 'builtin' };
    if (hasPnp && packageName(plain) !== undefined) return { kind: 'untold' };
    if (rules === 'sources') return missingSource(from, plain);
    return missing(folder, plain, { rules, error: found.error ?? '' });
  };
}

/** The package of a bare specifier: `@a/b/c` → `@a/b`. */
export function packageName(specifier: string): string | undefined {
  if (/^[./#]/.test(specifier) || path.isAbsolute(specifier) || specifier === '') return undefined;
  const [first = '', second] = specifier.split('/');
  return first.startsWith('@') && second ? `${first}/${second}` : first;
}

/** The folder of an installed package, looked up from a folder as Node does. */
export function installedFolder(from: string, name: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'node_modules', name);
    if (isFile(path.join(found, 'package.json'))) return found;
    if (folder === path.dirname(folder)) return undefined;
  }
}

function missingSource(from: string, specifier: string): Resolution {
  const folder = path.dirname(from);
  // Types alone are no reason to complain here: whether the code is there, the output tells.
  const types = packageName(specifier)?.replace(/^@(.+)\/(.+)$/, '$1__$2');
  if (types && installedFolder(folder, `@types/${types}`)) return { kind: 'asset' };
  return missing(folder, specifier, { rules: 'sources', error: '' });
}

function missing(folder: string, specifier: string, { rules, error }: { rules: Rules; error: string }): Resolution {
  if (/^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..') {
    const target = path.resolve(folder, specifier);
    if (ASSET.test(specifier) && existsSync(target)) return { kind: 'asset' };
    if (rules === 'module') {
      const near = [...['.js', '.mjs', '.cjs', '.json'].map((end) => target + end), path.join(target, 'index.js')].find(isFile);
      if (near) return { kind: 'missing', reason: 'extension', near };
    }
    return { kind: 'missing', reason: 'not-found', near: otherCase(target) };
  }
  const name = packageName(specifier);
  const installed = name && installedFolder(folder, name);
  if (!installed) return { kind: 'missing', reason: 'not-found' };
  if (/exports|condition|subpath/i.test(error)) return { kind: 'missing', reason: 'not-exported', near: installed };
  return { kind: 'missing', reason: specifier === name ? 'package-entry' : 'not-exported', near: installed };
}

function otherCase(target: string): string | undefined {
  const wanted = path.basename(target).toLowerCase();
  try {
    const name = readdirSync(path.dirname(target)).find((one) => {
      const low = one.toLowerCase();
      return low === wanted || low.replace(/\.[a-z]+$/, '') === wanted.replace(/\.[cm]?jsx?$/, '');
    });
    return name && path.join(path.dirname(target), name);
  } catch {
    return undefined;
  }
}

function packageOf(specifier: string, { path: file = '' }: ResolveResult): string | undefined {
  const name = packageName(specifier);
  return name && real(file).includes(`${path.sep}node_modules${path.sep}`) ? name : undefined;
}

function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function safely(work: () => ResolveResult): ResolveResult {
  try {
    return work();
  } catch (error) {
    return { error: String(error) };
  }
}
