import { finding, type Finding } from '../model/finding';
import type { PackageFacts, ServiceFacts } from '../model/facts';
import type { SourceFacts } from '../model/source-facts';
import { below, type Check } from './check';

/** Are files written in the module system in which Node will read them? */
export const checkModules: Check = (service, platform) => {
  const { owner, built, run } = service;
  if (!built || run.kind !== 'script' || run.loader !== 'none') return [];
  return [...built.files.values()].flatMap((facts) => {
    if (facts.errors.length > 0) return [];
    const type = typeOf(facts.file, owner);
    if (type === 'commonjs' && facts.hasModuleSyntax) return [esmInCommonJs(service, facts, below(platform, facts.file))];
    if (type === 'module' && facts.commonJs) return [commonJsInEsm(service, facts)];
    return [];
  });
};

/** How Node reads a file for certain; `undefined` where it finds out by itself, or the package is another. */
function typeOf(file: string, owner: PackageFacts | undefined): 'commonjs' | 'module' | undefined {
  if (/\.cjs$/.test(file)) return 'commonjs';
  if (/\.mjs$/.test(file)) return 'module';
  if (!file.endsWith('.js') || !owner || !file.startsWith(owner.folder)) return undefined;
  return owner.type === 'module' || owner.type === 'commonjs' ? owner.type : undefined;
}

function esmInCommonJs({ place, project }: ServiceFacts, facts: SourceFacts, name: string): Finding {
  const line = facts.imports.find(({ form }) => form === 'import')?.line ?? 1;
  const source = project?.compile?.emitted.get(facts.file)?.source;
  return finding('esm-in-commonjs', {
    service: place.name,
    place: source ? { file: source, line: 1 } : { file: facts.file, line },
    message: `${name} uses import and export, but its package says "type": "commonjs"`,
    repair: 'Say "type": "module" in package.json, or let the compiler write CommonJS ("module").',
  });
}

function commonJsInEsm({ place, project }: ServiceFacts, facts: SourceFacts): Finding {
  const name = facts.commonJs?.name ?? 'require';
  const source = project?.compile?.emitted.get(facts.file)?.source;
  return finding('commonjs-in-esm', {
    service: place.name,
    place: source ? { file: source, line: 1 } : { file: facts.file, line: facts.commonJs?.line ?? 1 },
    subject: name,
    message: `${name} does not exist in an ES module, which this file is by its package ("type": "module")`,
    repair: 'Use import and import.meta.dirname, createRequire(import.meta.url), or name the file .cjs.',
  });
}
