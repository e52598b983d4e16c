import { field } from '../../data/field';
import { isNode, listOf, nameOf, type AstNode, type Visit } from './ast';
import type { Draft } from './parse-source';
import { isEnvironment, literalText, noteNamed } from './source-variables';

const NAME = /^[A-Z][A-Z0-9_]*$/;
// What may be left out, and what nobody can tell.
const MAY_BE_LEFT_OUT = /^(default|optional|nullish|catch|prefault|preprocess|union|any|unknown|undefined|custom|allow|or)$/;

/** One variable that a schema names. */
export interface SchemaMember {
  readonly name: string;
  readonly line: number;
  readonly text: string | undefined;
  /** Said by the schema itself: it cannot be left out. */
  readonly isNeeded: boolean;
}

/**
 * Notes the variables that a schema of the environment names: `z.object({ PORT: … })` and Joi's, `cleanEnv(process.env,
 * { … })` of envalid, `createEnv({ server: { … } })` of t3-env. A schema is one of the environment when all its keys
 * are written as variables are.
 */
export function noteSchema(draft: Draft, { node, parent, isInFunction }: Visit): void {
  if (node.type !== 'CallExpression') return;
  const members = membersOf(draft, node);
  const declared = parent?.type === 'VariableDeclarator' ? nameOf(field(parent, 'id')) : undefined;
  if (members.length > 0 && declared !== undefined) draft.schemas.set(declared, members);
  const isRead = !isInFunction && listOf(node, 'arguments').some(isEnvironment);
  for (const { name, line, text, isNeeded } of members) noteNamed(draft, { name, line, text, isRequired: isRead && isNeeded });
  if (!isRead || !isParsing(node)) return;
  for (const { name, line, isNeeded } of parsedBy(draft, node)) if (isNeeded) noteNamed(draft, { name, line, isRequired: true });
}

/** What `schema.parse(process.env)` and `z.object({ … }).strict().parse(process.env)` ask for. */
function parsedBy(draft: Draft, node: AstNode): readonly SchemaMember[] {
  let at = field(field(node, 'callee'), 'object');
  for (; isNode(at) && at.type === 'CallExpression'; at = field(field(at, 'callee'), 'object')) {
    const members = membersOf(draft, at);
    if (members.length > 0) return members;
  }
  return draft.schemas.get(nameOf(at) ?? '') ?? [];
}

function isParsing(node: AstNode): boolean {
  return nameOf(field(field(node, 'callee'), 'property')) === 'parse' && isEnvironment(listOf(node, 'arguments')[0]);
}

function membersOf(draft: Draft, node: AstNode): readonly SchemaMember[] {
  const properties = listOf(schemaOf(node), 'properties');
  if (properties.length === 0 || !properties.every((one) => NAME.test(nameOf(field(one, 'key')) ?? ''))) return [];
  return properties.flatMap((one): readonly SchemaMember[] => {
    if (!isNode(one)) return [];
    const calls = chainOf(field(one, 'value'));
    const standIn = calls.find(({ method }) => method === 'default');
    const text = literalText(standIn?.argument);
    const isNeeded = calls.length > 0 && !calls.some(({ method }) => MAY_BE_LEFT_OUT.test(method));
    return [{ name: nameOf(field(one, 'key')) ?? '', line: draft.lineOf(one), text, isNeeded }];
  });
}

/** The object literal that names the variables. */
function schemaOf(node: AstNode): unknown {
  const callee = field(node, 'callee');
  const [first, second] = listOf(node, 'arguments');
  if (nameOf(field(callee, 'property')) === 'object') return first;
  if (nameOf(callee) === 'cleanEnv') return second;
  if (nameOf(callee) !== 'createEnv') return undefined;
  return field(listOf(first, 'properties').find((one) => nameOf(field(one, 'key')) === 'server'), 'value');
}

interface Call {
  readonly method: string;
  readonly argument: unknown;
}

/** `z.string().min(1).default('x')`: its calls, last first; options with a `default` count as one. */
function chainOf(value: unknown): readonly Call[] {
  const calls: Call[] = [];
  for (let at = value; isNode(at) && at.type === 'CallExpression'; at = field(field(at, 'callee'), 'object')) {
    const [argument] = listOf(at, 'arguments');
    const callee = field(at, 'callee');
    calls.push({ method: nameOf(field(callee, 'property')) ?? nameOf(callee) ?? '', argument });
    const given = listOf(argument, 'properties').find((one) => /^(default|devDefault)$/.test(nameOf(field(one, 'key')) ?? ''));
    if (given !== undefined) calls.push({ method: 'default', argument: field(given, 'value') });
  }
  return calls;
}
