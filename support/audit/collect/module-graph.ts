import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { CompileFacts, Graph, Resolution, ResolvedImport } from '../model/facts';
import type { SourceFacts } from '../model/source-facts';
import { entryOfPackage } from './package-entry';
import { parseSource } from './parse-source';
import type { Resolve, Rules } from './resolver';
import { isFile, readText } from './read-text';

/** More files than this are not walked through: a service is small, and the audit must end. */
const MOST_FILES = 4_000;

/** How a graph is walked. */
export interface GraphQuestion {
  readonly entry: string;
  readonly resolve: Resolve;
  /** Whether files are looked up as sources, or as Node would. */
  readonly asSources: boolean;
  /** Whether a `.js` file of that folder is an ES module, by its package. */
  readonly isModule: (file: string) => boolean;
  /** Files that are already known, over all services. */
  readonly known: Map<string, SourceFacts>;
  /** What a build would emit: its text counts, whether the file is there or not. */
  readonly emitted: CompileFacts['emitted'];
}

const CODE = /\.([cm]?[jt]s|[jt]sx)$/;

/** Walks from the entry through all imports. A circle is no trouble: every file is read once. */
export function walkGraph(question: GraphQuestion): Graph {
  const files = new Map<string, SourceFacts>();
  const imports: ResolvedImport[] = [];
  const skipped: string[] = [];
  const open = [question.entry];
  for (let file = open.shift(); file !== undefined; file = open.shift()) {
    if (files.has(file)) continue;
    if (files.size >= MOST_FILES) {
      skipped.push(`files beyond the first ${MOST_FILES}`);
      break;
    }
    const facts = factsOf(question, file, skipped);
    if (!facts) continue;
    files.set(file, facts);
    for (const fact of facts.imports) {
      const resolution = lookUp(question, facts, fact);
      imports.push({ from: file, fact, resolution });
      if (resolution.kind === 'file' && isOwnCode(resolution.file)) open.push(resolution.file);
    }
  }
  return { entry: question.entry, files, imports, skipped };
}

/** By whose rules Node looks up what a file asks for. */
export function rulesOf(facts: SourceFacts, isModule: boolean): Rules {
  if (/\.mjs$|\.mts$/.test(facts.file)) return 'module';
  if (/\.cjs$|\.cts$/.test(facts.file)) return 'commonjs';
  return isModule ? 'module' : 'commonjs';
}

function lookUp(question: GraphQuestion, facts: SourceFacts, fact: SourceFacts['imports'][number]) {
  const { resolve, asSources, emitted: copies, isModule } = question;
  if (asSources) return builtPackage(question, resolve(facts.file, fact.specifier, 'sources'));
  const asModule = rulesOf(facts, isModule(facts.file)) === 'module' || (facts.hasModuleSyntax && !isModule(facts.file));
  const rules = fact.form === 'require' ? 'commonjs' : asModule || fact.form === 'dynamic' ? 'module' : 'commonjs';
  const emitted = emittedFile(facts.file, fact.specifier, { rules, copies });
  if (emitted) return { kind: 'file', file: emitted, isModule: isModule(emitted) } as const;
  const near = rules === 'module' ? emittedFile(facts.file, fact.specifier, { rules: 'commonjs', copies }) : undefined;
  if (near) return { kind: 'missing', reason: 'extension', near } as const;
  const found = resolve(facts.file, fact.specifier, rules);
  // Once a service is built, so must be what it stands on.
  return isFile(question.entry) ? found : builtPackage(question, found);
}

/** A package of the same build, whose entry is not there yet. */
function builtPackage({ emitted, asSources, isModule }: GraphQuestion, found: Resolution): Resolution {
  if (found.kind !== 'missing' || found.reason !== 'package-entry' || found.near === undefined) return found;
  const entry = entryOfPackage(realpathSync(found.near));
  const made = entry === undefined ? undefined : emitted.get(entry);
  if (entry === undefined || made === undefined) return found;
  const file = asSources ? made.source : entry;
  return { kind: 'file', file, isModule: isModule(file) };
}

/** A relative import among files that a build would emit. */
function emittedFile(
  from: string,
  specifier: string,
  { rules, copies }: { rules: Rules; copies: GraphQuestion['emitted'] },
): string | undefined {
  if (!/^\.{1,2}(\/|$)/.test(specifier)) return undefined;
  const target = path.resolve(path.dirname(from), specifier);
  const ends = rules === 'module' ? [''] : ['', '.js', '.json', `${path.sep}index.js`];
  return ends.map((end) => target + end).find((file) => copies.has(file));
}

function factsOf({ known, emitted }: GraphQuestion, file: string, skipped: string[]): SourceFacts | undefined {
  if (!CODE.test(file) || /\.d\.[cm]?ts$/.test(file)) return undefined;
  const place = emitted.get(file)?.copy ?? file;
  const before = known.get(place);
  if (before) return before;
  const read = readText(place);
  if (read.kind !== 'text') {
    if (read.kind === 'skipped') skipped.push(`${file}: ${read.why}`);
    return undefined;
  }
  const facts = { ...parseSource(file, read.text), file };
  known.set(place, facts);
  return facts;
}

function isOwnCode(file: string): boolean {
  return !file.includes(`${path.sep}node_modules${path.sep}`);
}
