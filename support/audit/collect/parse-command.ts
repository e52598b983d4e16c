import path from 'node:path';
import type { Loader, Run } from '../model/facts';

const NODE_FLAGS_WITH_VALUE = new Set(['-r', '--require', '--import', '--loader', '--experimental-loader', '-C', '--conditions', '--env-file']);
const PRELOAD_FLAGS = new Set(['-r', '--require', '--import', '--loader', '--experimental-loader']);
const WRAPPERS = new Set(['npx', 'exec', 'cross-env', 'dotenv', 'env', 'dumb-init', 'tini', '--']);
const LOADERS: Readonly<Record<string, Loader>> = { tsx: 'tsx', 'ts-node': 'ts-node', 'ts-node-dev': 'ts-node', 'ts-node-esm': 'ts-node' };

/**
 * What a command runs, as far as its words tell.
 *
 * @example parseCommand(['node', '--enable-source-maps', 'dist/main.js'])
 * // { kind: 'script', script: 'dist/main.js', loader: 'none', preloads: [] }
 */
export function parseCommand(words: readonly string[]): Run {
  const [program, ...args] = withoutWrappers(words);
  if (program === undefined) return { kind: 'other' };
  const name = path.basename(program).replace(/\.(exe|cmd)$/, '');
  if (name === 'node' || name === 'nodemon') return nodeRun(args);
  const loader = LOADERS[name];
  if (loader) return loaderRun(loader, args);
  if (/^(npm|pnpm|yarn|bun)$/.test(name)) return packageRun(name, args);
  return { kind: 'other' };
}

/** The last command of a script of package.json, as words; earlier ones prepare it. */
export function lastCommand(script: string): readonly string[] {
  const last = script.split(/&&|;|\|\|/).at(-1) ?? '';
  return [...last.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
}

function withoutWrappers(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !WRAPPERS.has(path.basename(word)) && !/^[A-Za-z_]\w*=/.test(word) && !/^-[ey]$/.test(word));
  return first < 0 ? [] : words.slice(first);
}

function nodeRun(args: readonly string[]): Run {
  const preloads: string[] = [];
  let index = 0;
  for (; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (!arg.startsWith('-')) break;
    const [flag = '', value] = arg.split('=', 2);
    const taken = value ?? (NODE_FLAGS_WITH_VALUE.has(flag) ? args[(index += 1)] : undefined);
    if (taken !== undefined && PRELOAD_FLAGS.has(flag)) preloads.push(taken);
    if (/^(-e|--eval|-p|--print|--test|--run)$/.test(flag)) return { kind: 'other' };
  }
  const script = args[index];
  if (script === undefined) return { kind: 'other' };
  return { kind: 'script', script, loader: loaderOf(args.slice(0, index), preloads), preloads };
}

function loaderOf(flags: readonly string[], preloads: readonly string[]): Loader {
  if (preloads.some((one) => one.startsWith('tsx'))) return 'tsx';
  if (preloads.some((one) => one.startsWith('ts-node'))) return 'ts-node';
  if (flags.some((flag) => /strip-types|transform-types/.test(flag))) return 'strip-types';
  return preloads.some((one) => /swc|esbuild|babel|sucrase|jiti/.test(one)) ? 'other' : 'none';
}

function loaderRun(loader: Loader, args: readonly string[]): Run {
  const words = args[0] === 'watch' ? args.slice(1) : args;
  const preloads: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (!word.startsWith('-')) return { kind: 'script', script: word, loader, preloads };
    if (PRELOAD_FLAGS.has(word)) preloads.push(words[(index += 1)] ?? '');
    else if (/^(-P|--project|--tsconfig|-O|--compilerOptions)$/.test(word)) index += 1;
  }
  return { kind: 'other' };
}

function packageRun(manager: string, args: readonly string[]): Run {
  const [first, second] = args.filter((arg) => !arg.startsWith('-'));
  if (first === 'run' || first === 'run-script') return second ? { kind: 'package-script', name: second } : { kind: 'other' };
  if (first === 'start') return { kind: 'package-script', name: 'start' };
  const isShort = manager !== 'npm' && first !== undefined && !/^(exec|dlx|workspace|install|add)$/.test(first);
  return isShort ? { kind: 'package-script', name: first } : { kind: 'other' };
}
