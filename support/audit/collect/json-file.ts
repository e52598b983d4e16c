import ts from 'typescript';
import { field } from '../../data/field';

/** A JSON text that was read, or the place of its first error. */
export type JsonRead =
  | { readonly kind: 'value'; readonly value: unknown; readonly lineOf: (path: readonly string[]) => number }
  | { readonly kind: 'broken'; readonly line: number; readonly message: string };

/** Reads strict JSON, as npm does, and remembers where each key stands. */
export function readJson(file: string, text: string): JsonRead {
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'value', value, lineOf: keyLines(file, text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'broken', line: errorLine(text, message), message };
  }
}

/** Gives the line of a key of a JSON text (comments allowed): of the deepest part of the path that is there. */
export function keyLines(file: string, text: string): (path: readonly string[]) => number {
  let source: ts.JsonSourceFile | undefined;
  return (path) => {
    source ??= ts.parseJsonText(file, text);
    const position = deepest(source, path);
    return source.getLineAndCharacterOfPosition(position).line + 1;
  };
}

/** A field that is a text. */
export function textField(value: unknown, key: string): string | undefined {
  const found = field(value, key);
  return typeof found === 'string' ? found : undefined;
}

/** The entries of an object whose values are texts. */
export function textEntries(value: unknown): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

function deepest(source: ts.JsonSourceFile, path: readonly string[]): number {
  let position = 0;
  let at: ts.Expression | undefined = source.statements[0]?.expression;
  for (const key of path) {
    if (!at || !ts.isObjectLiteralExpression(at)) break;
    const found = at.properties.find((one) => ts.isPropertyAssignment(one) && nameOf(one) === key);
    if (!found || !ts.isPropertyAssignment(found)) break;
    position = found.name.getStart(source);
    at = found.initializer;
  }
  return position;
}

function nameOf(one: ts.PropertyAssignment): string | undefined {
  return ts.isStringLiteral(one.name) || ts.isIdentifier(one.name) ? one.name.text : undefined;
}

function errorLine(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  const until = position === undefined ? text.length : Number(position);
  return text.slice(0, until).trimEnd().split('\n').length;
}
