import { field } from '../../data/field';
import { isNode, nameOf, type AstNode, type Visit } from './ast';
import type { Draft } from './parse-source';

const COMMON_JS = new Set(['require', 'module', 'exports', '__dirname', '__filename']);
const DECLARING = /^(VariableDeclarator|FunctionDeclaration|FunctionExpression|ClassDeclaration)$/;

/** Notes which names a file declares and uses, and what of CommonJS it takes for granted. */
export function noteName(draft: Draft, visit: Visit): void {
  const { node, parent } = visit;
  if (!visit.isInFunction && waits(node)) draft.hasTopLevelAwait = true;
  if (node.type === 'JSXIdentifier') draft.used.add(nameOf(node) ?? '');
  if (node.type !== 'Identifier' || !parent) return;
  const name = nameOf(node) ?? '';
  if (declares(visit)) return void draft.declared.add(name);
  if (isPropertyName(visit)) return;
  if (parent.type === 'UnaryExpression' && field(parent, 'operator') === 'typeof') return void draft.probed.add(name);
  draft.used.add(name);
  if (COMMON_JS.has(name) && !visit.isGuarded) draft.commonJsUses.push({ name, line: draft.lineOf(node) });
}

function waits(node: AstNode): boolean {
  return node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && field(node, 'await') === true);
}

function declares({ node, parent }: Visit): boolean {
  if (!parent) return false;
  if (/^Import\w*Specifier$/.test(parent.type)) return true;
  if (DECLARING.test(parent.type) && field(parent, 'id') === node) return true;
  const params = field(parent, 'params');
  return Array.isArray(params) && params.includes(node);
}

/** `a.name` and `{ name: … }` are no uses of a variable. */
function isPropertyName({ node, parent }: Visit): boolean {
  if (!isNode(parent) || field(parent, 'computed') === true) return false;
  if (parent.type === 'MemberExpression') return field(parent, 'property') === node;
  if (parent.type === 'Property') return field(parent, 'key') === node && field(parent, 'shorthand') !== true;
  return /^(MethodDefinition|PropertyDefinition)$/.test(parent.type) && field(parent, 'key') === node;
}
