import { field } from '../../data/field';
import { isNode, listOf, nameOf, numberOf, textOf, walk, type AstNode, type Visit } from './ast';
import type { Draft } from './parse-source';

const SECRET = /SECRET|PASSWORD|PASSWD|TOKEN|PRIVATE_?KEY|API_?KEY|JWT_?KEY|SIGNING_?KEY/i;
const NO_SECRET = /URL|TTL|EXPIR|LENGTH|COST|ISSUER|AUDIENCE|HEADER|NAME|MIN|MAX|ALGORITHM|PATH|FILE/i;

/** Notes reads of `process.env`, what stands in for them, and secrets that have a literal default. */
export function noteVariable(draft: Draft, visit: Visit): void {
  noteRead(draft, visit);
  noteDestructured(draft, visit.node);
  noteGuard(draft, visit.node);
}

/** Notes a variable by its name, with the literal that stands in for it. */
export function noteNamed(draft: Draft, { name, line, text, isRequired }: { readonly name: string; readonly line: number; readonly text?: string; readonly isRequired: boolean }): void {
  draft.variables.push({ name, line, fallback: text, isRequired });
  if (text !== undefined) noteFallback(draft, { name, line, text });
}

/** The text of a literal that stands in for a variable. */
export function literalText(node: unknown): string | undefined {
  return textOf(node) ?? numberOf(node)?.toString();
}

/** Whether a node is `process.env`. */
export function isEnvironment(node: unknown): boolean {
  return nameOf(field(node, 'property')) === 'env' && nameOf(field(node, 'object')) === 'process';
}

/** The variable of `process.env.X`, `process.env['X']`. */
export function variableOf(node: unknown): string | undefined {
  if (field(node, 'type') !== 'MemberExpression') return undefined;
  if (!isEnvironment(field(node, 'object'))) return undefined;
  const property = field(node, 'property');
  return field(node, 'computed') === true ? textOf(property) : nameOf(property);
}

function noteRead(draft: Draft, { node, parent, isInFunction }: Visit): void {
  const own = variableOf(node);
  const name = own ?? handedOn(node);
  if (!name || !parent) return;
  const line = draft.lineOf(node);
  const fallback = fallbackOf(node, parent);
  const text = literalText(fallback);
  const isCalled = parent.type === 'MemberExpression' && field(parent, 'object') === node && field(parent, 'optional') !== true;
  noteNamed(draft, { name, line, text, isRequired: own !== undefined && isCalled && !isInFunction });
}

/** `env.API_URL` of an environment that was handed on, read or not. */
function handedOn(node: AstNode): string | undefined {
  if (node.type !== 'MemberExpression' || !/^env(?:ironment)?$/.test(nameOf(field(node, 'object')) ?? '')) return undefined;
  const name = nameOf(field(node, 'property'));
  return name !== undefined && /^[A-Z][A-Z0-9_]+$/.test(name) ? name : undefined;
}

/** `const { PORT = '4000', JWT_SECRET } = process.env`. */
function noteDestructured(draft: Draft, node: AstNode): void {
  if (node.type !== 'VariableDeclarator' || !isEnvironment(field(node, 'init'))) return;
  for (const property of listOf(field(node, 'id'), 'properties')) {
    const name = nameOf(field(property, 'key'));
    if (name === undefined || !isNode(property)) continue;
    const value = field(property, 'value');
    const text = field(value, 'type') === 'AssignmentPattern' ? literalText(field(value, 'right')) : undefined;
    noteNamed(draft, { name, line: draft.lineOf(property), text, isRequired: false });
  }
}

function noteFallback(draft: Draft, { name, line, text }: { name: string; line: number; text: string }): void {
  // A number or a switch is none: how long a token lives, whether one is asked for.
  const isSecret = text !== '' && !/^(?:\d+|true|false)$/.test(text) && SECRET.test(name) && !NO_SECRET.test(name);
  if (isSecret) draft.secrets.push({ name, line, value: text });
  const port = Number(text);
  if (name === 'PORT' && port > 0) draft.ports.push({ line, port });
  const address = localAddress(text);
  if (address !== undefined) draft.addresses.push({ line, port: address, variable: name });
}

function fallbackOf(node: AstNode, parent: AstNode): unknown {
  const isDefault = parent.type === 'LogicalExpression' && ['??', '||'].includes(String(field(parent, 'operator')));
  return isDefault && field(parent, 'left') === node ? field(parent, 'right') : undefined;
}

/** `if (!process.env.X) throw …`, also by a name that was given its value. */
function noteGuard(draft: Draft, node: AstNode): void {
  if (node.type !== 'IfStatement' || !ends(field(node, 'consequent'))) return;
  const missing = missingOf(field(node, 'test'));
  if (missing) draft.variables.push({ name: missing, line: draft.lineOf(node), isRequired: true });
}

function missingOf(test: unknown): string | undefined {
  const type = field(test, 'type');
  if (type === 'UnaryExpression' && field(test, 'operator') === '!') return variableOf(field(test, 'argument'));
  const isEquality = type === 'BinaryExpression' && /^===?$/.test(String(field(test, 'operator')));
  return isEquality && nameOf(field(test, 'right')) === 'undefined' ? variableOf(field(test, 'left')) : undefined;
}

function ends(block: unknown): boolean {
  for (const { node, isInFunction } of walk(block)) {
    if (isInFunction) continue;
    if (node.type === 'ThrowStatement') return true;
    const callee = node.type === 'CallExpression' ? field(node, 'callee') : undefined;
    if (nameOf(field(callee, 'property')) === 'exit' && nameOf(field(callee, 'object')) === 'process') return true;
  }
  return false;
}

/** The port of an address of this machine: `http://localhost:4001/x` → 4001. */
export function localAddress(text: string): number | undefined {
  const port = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):(\d+)(?:\/|$)/.exec(text)?.[1];
  return port === undefined ? undefined : Number(port);
}
