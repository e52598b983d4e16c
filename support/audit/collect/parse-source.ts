import { parseSync, type ParseResult } from 'oxc-parser';
import path from 'node:path';
import { describeError } from '../../errors/describe-error';
import type { SourceFacts } from '../model/source-facts';
import { lineCounter, walk, type Visit } from './ast';
import { noteCall } from './source-calls';
import { collectImports } from './source-imports';
import { noteName } from './source-names';
import { noteSchema, type SchemaMember } from './source-schemas';
import { noteVariable } from './source-variables';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** What the walk over one file fills in. */
export interface Draft
  extends Mutable<Omit<SourceFacts, 'imports' | 'exports' | 'errors' | 'file' | 'hasModuleSyntax' | 'commonJs'>> {
  readonly lineOf: (node: { readonly start: number }) => number;
  /** Names that the file declares itself. */
  readonly declared: Set<string>;
  /** Names used where a value is needed. */
  readonly used: Set<string>;
  readonly commonJsUses: { readonly name: string; readonly line: number }[];
  /** Schemas of the environment, by the name that they were given. */
  readonly schemas: Map<string, readonly SchemaMember[]>;
  /** Names asked for by `typeof`: their absence is expected. */
  readonly probed: Set<string>;
}

/** Longer texts are bundles: their tree takes seconds to walk (characters). */
const LARGEST_TREE = 300_000;

/** Reads one file. Never throws: a file that cannot be parsed has `errors`. */
export function parseSource(file: string, text: string): SourceFacts {
  try {
    return factsOf(file, text);
  } catch (error) {
    return { ...emptyFacts(file), errors: [{ line: 1, message: `could not be read: ${describeError(error)}` }] };
  }
}

function factsOf(file: string, text: string): SourceFacts {
  const lineAt = lineCounter(text);
  const parsed = parse(file, text);
  const errors = parsed.errors
    .filter(({ severity }) => severity === 'Error')
    .map(({ message, labels }) => ({ line: lineAt(labels[0]?.start ?? 0), message }));
  // A file with errors has no tree: what can be said of it is that.
  if (errors.length > 0) return { ...emptyFacts(file), errors };
  if (text.length > LARGEST_TREE) return bundleFacts(file, parsed, lineAt);
  const draft = newDraft(text, lineAt);
  const visits: Visit[] = [];
  for (const visit of walk(parsed.program)) {
    visits.push(visit);
    noteName(draft, visit);
    noteVariable(draft, visit);
    noteSchema(draft, visit);
    noteCall(draft, visit);
  }
  const commonJs = draft.commonJsUses.find(({ name }) => !draft.declared.has(name) && !draft.probed.has(name));
  const { imports, exports } = collectImports(parsed, visits, draft);
  const { lineOf: _line, declared: _declared, used: _used, commonJsUses: _uses, probed: _probed, schemas: _schemas, ...facts } = draft;
  return { ...facts, file, errors, imports, exports, commonJs, hasModuleSyntax: parsed.module.hasModuleSyntax };
}

/** A bundle: everything that was put into it lies in it; what it loads beside that is told by its sources. */
function bundleFacts(file: string, parsed: ParseResult, lineAt: (offset: number) => number): SourceFacts {
  const { staticImports, hasModuleSyntax } = parsed.module;
  const imports = staticImports.map(({ start, moduleRequest }) => ({
    specifier: moduleRequest.value,
    line: lineAt(start),
    form: 'import' as const,
    isType: false,
    isGuarded: false,
    names: [],
  }));
  return { ...emptyFacts(file), imports, hasModuleSyntax };
}

function parse(file: string, text: string): ParseResult {
  // Node's CommonJS wrapper allows what a module does not; the parser finds out by itself which it is.
  const isScript = /\.(c?js|cts)$/.test(file);
  const name = path.basename(file);
  if (!isScript) return parseSync(name, text, { sourceType: 'module' });
  const parsed = parseSync(name, text, { sourceType: 'unambiguous' });
  return parsed.errors.length === 0 ? parsed : parseSync(name, text, { sourceType: 'commonjs' });
}

function newDraft(text: string, lineAt: (offset: number) => number): Draft {
  return {
    lineOf: ({ start }) => lineAt(start),
    declared: new Set(),
    used: new Set(),
    commonJsUses: [],
    probed: new Set(),
    schemas: new Map(),
    hasTopLevelAwait: false,
    ...nothingFound(),
    namesTraceHeader: /traceparent/i.test(text),
  };
}

function emptyFacts(file: string): SourceFacts {
  return {
    file,
    errors: [],
    imports: [],
    exports: undefined,
    hasModuleSyntax: false,
    hasTopLevelAwait: false,
    ...nothingFound(),
    namesTraceHeader: false,
  };
}

/** What a file shows only where something of it is found. */
function nothingFound() {
  return {
    variables: [],
    addresses: [],
    ports: [],
    listens: [],
    endlessFetches: [],
    requests: [],
    console: [],
    secrets: [],
    paths: [],
    signals: [],
  } satisfies Partial<Draft>;
}
