import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Graph, Run, ServiceFacts } from '../model/facts';
import { readJson, textField } from './json-file';
import { isFile, readText, writtenAt } from './read-text';

// A checkout writes files in any order within this time (ms).
const SAME_TIME = 2_000;

/** Tells whether Node takes a `.js` file for an ES module, by the nearest package.json; it remembers folders. */
export function moduleTypes(root: string): (file: string) => boolean {
  const types = new Map<string, boolean>();
  return (file) => {
    const folder = path.dirname(file);
    const found = types.get(folder) ?? isModuleFolder(folder, root);
    types.set(folder, found);
    return found;
  };
}

/** Whether a service is written in TypeScript. */
export function hasTypeScript(folder: string, entry: string | undefined): boolean {
  if (entry && /\.[cm]?tsx?$/.test(entry)) return true;
  return [folder, path.join(folder, 'src'), path.join(folder, 'server'), path.join(folder, 'app')].some((one) =>
    namesIn(one).some((name) => /\.[cm]?tsx?$/.test(name) && !/\.d\.[cm]?ts$|\.config\.ts$/.test(name)),
  );
}

/** Compiled files beside newer sources of the same name that Node or ts-node takes instead of them. */
export function shadowsOf(run: Run, { sources, built }: { sources?: Graph; built?: Graph }): ServiceFacts['shadows'] {
  if (run.kind !== 'script') return [];
  if (run.loader === 'ts-node') return [...(sources?.files.keys() ?? [])].flatMap((source) => shadow(source.replace(/tsx?$/, 'js'), source));
  if (run.loader !== 'none') return [];
  return [...(built?.files.keys() ?? [])].flatMap((compiled) => shadow(compiled, compiled.replace(/js$/, 'ts')));
}

function shadow(compiled: string, source: string): ServiceFacts['shadows'] {
  if (compiled === source || !isFile(compiled) || !isFile(source)) return [];
  if (writtenAt(source) <= writtenAt(compiled) + SAME_TIME) return [];
  return [{ compiled, source }];
}

function isModuleFolder(folder: string, root: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    const file = path.join(at, 'package.json');
    const read = readText(file);
    if (read.kind === 'text') {
      const json = readJson(file, read.text);
      return json.kind === 'value' && textField(json.value, 'type') === 'module';
    }
    if (at === path.dirname(at) || at === root) return false;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).slice(0, 2_000);
  } catch {
    return [];
  }
}
