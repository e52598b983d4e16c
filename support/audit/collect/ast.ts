import { field } from '../../data/field';

/** A node of a syntax tree, as the parser gives it. */
export interface AstNode {
  readonly type: string;
  readonly start: number;
}

/** A node and where it stands. */
export interface Visit {
  readonly node: AstNode;
  readonly parent: AstNode | undefined;
  /** Below a `try` block. */
  readonly isGuarded: boolean;
  readonly isInFunction: boolean;
}

// What exists for the type checker alone: names in it are not used at run time.
const TYPES_ONLY =
  /^TS(TypeAnnotation|TypeParameter\w*|InterfaceDeclaration|TypeAliasDeclaration|ClassImplements|InterfaceHeritage|TypeReference|TypePredicate|ImportType|AbstractMethodDefinition|DeclareFunction|TypeQuery)$/;

/** All nodes that exist at run time, in the order of the text. Not recursive: depth is bounded by memory only. */
export function* walk(program: unknown): Generator<Visit> {
  if (!isNode(program)) return;
  const open: Visit[] = [{ node: program, parent: undefined, isGuarded: false, isInFunction: false }];
  for (let visit = open.pop(); visit; visit = open.pop()) {
    yield visit;
    open.push(...childrenOf(visit).reverse());
  }
}

/** The name of an identifier, or the text of a string literal. */
export function nameOf(node: unknown): string | undefined {
  const name = field(node, 'name');
  if (typeof name === 'string') return name;
  return textOf(node);
}

/** The value of a string literal, or of a template without parts. */
export function textOf(node: unknown): string | undefined {
  const value = field(node, 'value');
  if (field(node, 'type') === 'Literal') return typeof value === 'string' ? value : undefined;
  const quasis = field(node, 'quasis');
  if (!Array.isArray(quasis) || quasis.length !== 1) return undefined;
  const cooked = field(field(quasis[0], 'value'), 'cooked');
  return typeof cooked === 'string' ? cooked : undefined;
}

/** The value of a number literal. */
export function numberOf(node: unknown): number | undefined {
  const value = field(node, 'value');
  return typeof value === 'number' ? value : undefined;
}

/** A field that is a list, or nothing. */
export function listOf(node: unknown, key: string): readonly unknown[] {
  const value = field(node, key);
  return Array.isArray(value) ? value : [];
}

/** Whether a value is a node. */
export function isNode(value: unknown): value is AstNode {
  return typeof field(value, 'type') === 'string';
}

/** Gives the line (from 1) of an offset in a text. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function childrenOf({ node, isGuarded, isInFunction }: Visit): Visit[] {
  const children: Visit[] = [];
  const inFunction = isInFunction || /Function|^(MethodDefinition|PropertyDefinition)/.test(node.type);
  for (const key of Object.keys(node)) {
    const value = field(node, key);
    const guarded = isGuarded || (node.type === 'TryStatement' && key === 'block');
    for (const child of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
      if (!isNode(child) || TYPES_ONLY.test(child.type) || field(child, 'declare') === true) continue;
      children.push({ node: child, parent: node, isGuarded: guarded, isInFunction: inFunction });
    }
  }
  return children;
}
