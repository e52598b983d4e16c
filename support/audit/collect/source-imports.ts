import type { ParseResult, StaticExport, StaticImport } from 'oxc-parser';
import { field } from '../../data/field';
import type { ImportFact } from '../model/source-facts';
import { listOf, nameOf, textOf, type AstNode, type Visit } from './ast';
import type { Draft } from './parse-source';

/** All imports of a parsed file, in the order of the text, and the names that it exports. */
export function collectImports(
  parsed: ParseResult,
  visits: readonly Visit[],
  draft: Draft,
): { readonly imports: readonly ImportFact[]; readonly exports: readonly string[] | undefined } {
  const { staticImports, staticExports } = parsed.module;
  const imports = [
    ...staticImports.map((one) => staticImport(one, draft)),
    ...staticExports.flatMap((one) => reExport(one, draft)),
    ...visits.flatMap((visit) => calledImport(visit, draft)),
  ];
  return { imports: imports.sort((a, b) => a.line - b.line), exports: exportedNames(staticExports) };
}

function staticImport({ start, moduleRequest, entries }: StaticImport, draft: Draft): ImportFact {
  const isType = entries.length > 0 && entries.every((one) => one.isType || !draft.used.has(one.localName.value));
  const names = entries.flatMap(({ importName, isType: type }) => {
    if (type || importName.kind === 'NamespaceObject') return [];
    return [importName.kind === 'Default' ? 'default' : (importName.name ?? '')];
  });
  const line = draft.lineOf({ start });
  return { specifier: moduleRequest.value, line, form: 'import', isType, isGuarded: false, names };
}

function reExport({ start, entries }: StaticExport, draft: Draft): readonly ImportFact[] {
  const [request] = entries.flatMap(({ moduleRequest }) => moduleRequest ?? []);
  if (!request) return [];
  const isType = entries.every((one) => one.isType);
  const names = entries.flatMap(({ importName }) => (importName.kind === 'Name' ? (importName.name ?? []) : []));
  return [{ specifier: request.value, line: draft.lineOf({ start }), form: 'import', isType, isGuarded: false, names }];
}

function calledImport({ node, isGuarded }: Visit, draft: Draft): readonly ImportFact[] {
  const request = requestOf(node);
  const specifier = request && textOf(request.argument);
  if (!specifier || (request.form === 'require' && draft.declared.has('require'))) return [];
  return [{ specifier, line: draft.lineOf(node), form: request.form, isType: false, isGuarded, names: [] }];
}

function requestOf(node: AstNode): { readonly form: ImportFact['form']; readonly argument: unknown } | undefined {
  if (node.type === 'ImportExpression') return { form: 'dynamic', argument: field(node, 'source') };
  if (node.type === 'TSExternalModuleReference') return { form: 'require', argument: field(node, 'expression') };
  if (node.type !== 'CallExpression' || nameOf(field(node, 'callee')) !== 'require') return undefined;
  return { form: 'require', argument: listOf(node, 'arguments')[0] };
}

function exportedNames(exported: readonly StaticExport[]): readonly string[] | undefined {
  const entries = exported.flatMap((one) => one.entries);
  if (entries.some(({ importName, exportName }) => importName.kind === 'AllButDefault' && exportName.kind === 'None')) {
    return undefined;
  }
  return entries.flatMap(({ exportName }) =>
    exportName.kind === 'Default' ? ['default'] : (exportName.name ?? []),
  );
}
