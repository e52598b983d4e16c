import { field } from '../../data/field';
import { isNode, listOf, nameOf, numberOf, textOf, type AstNode, type Visit } from './ast';
import type { Draft } from './parse-source';
import { localAddress, variableOf } from './source-variables';

const API_PATH = /^\/[a-z][\w./:*{}-]*$/i;
const CLIENTS = new Set(['fetch', 'axios', 'got', 'request']);

/** Notes what a file listens on, whom it sends requests to, and how it logs. */
export function noteCall(draft: Draft, visit: Visit): void {
  noteAddress(draft, visit);
  if (visit.node.type !== 'CallExpression') return;
  const callee = field(visit.node, 'callee');
  const object = nameOf(field(callee, 'object'));
  const method = nameOf(field(callee, 'property'));
  if (method === 'listen') noteListen(draft, visit.node);
  if (object === 'console') draft.console.push(draft.lineOf(visit.node));
  const client = object ?? nameOf(callee) ?? '';
  const isRequest = CLIENTS.has(client) || (/^https?$/.test(client) && (method === 'request' || method === 'get'));
  if (isRequest && !draft.declared.has('fetch')) draft.requests.push(draft.lineOf(visit.node));
  if (nameOf(callee) === 'fetch' && !draft.declared.has('fetch')) noteFetch(draft, visit.node);
}

function noteAddress(draft: Draft, { node, parent }: Visit): void {
  const text = textOf(node);
  if (text !== undefined && API_PATH.test(text)) draft.paths.push({ text, line: draft.lineOf(node) });
  if (text === 'SIGTERM') draft.signals.push(draft.lineOf(node));
  const port = text === undefined ? undefined : localAddress(text);
  // Behind `process.env.X ??` it is noted with its variable.
  const isFallback = parent?.type === 'LogicalExpression' && variableOf(field(parent, 'left')) !== undefined;
  if (port !== undefined && !isFallback) draft.addresses.push({ line: draft.lineOf(node), port });
}

function noteListen(draft: Draft, node: AstNode): void {
  const [first, second] = listOf(node, 'arguments');
  if (first === undefined) return;
  const line = draft.lineOf(node);
  const literal = numberOf(first) ?? numberOf(property(first, 'port'));
  if (literal !== undefined && literal > 0) draft.ports.push({ line, port: literal });
  draft.listens.push({ line, host: hostOf(first, second) });
}

function hostOf(first: unknown, second: unknown): string | null | undefined {
  if (field(first, 'type') === 'ObjectExpression') {
    if (hasSpread(first)) return null;
    const host = property(first, 'host');
    return host === undefined ? undefined : (hostText(host) ?? null);
  }
  // A path of a socket, or options in a variable: nothing can be told.
  if (textOf(first) !== undefined) return null;
  if (second === undefined || /Function/.test(String(field(second, 'type')))) return undefined;
  return hostText(second) ?? null;
}

function hostText(node: unknown): string | undefined {
  const isDefault = field(node, 'type') === 'LogicalExpression';
  return isDefault ? textOf(field(node, 'right')) : textOf(node);
}

function noteFetch(draft: Draft, node: AstNode): void {
  const [, options] = listOf(node, 'arguments');
  const isLiteral = options === undefined || field(options, 'type') === 'ObjectExpression';
  if (!isLiteral || hasSpread(options)) return;
  if (property(options, 'signal') === undefined) draft.endlessFetches.push(draft.lineOf(node));
}

function property(object: unknown, key: string): unknown {
  const found = listOf(object, 'properties').find((one) => nameOf(field(one, 'key')) === key);
  return field(found, 'value');
}

function hasSpread(object: unknown): boolean {
  return listOf(object, 'properties').some((one) => isNode(one) && one.type === 'SpreadElement');
}
