import { parseSync } from 'oxc-parser';
import { field } from '../../data/field';

const LOCATES = /^(getBy\w+|locator)$/;
const NARROWS = /^(first|last|nth)$/;
const EXPRESSION = /(?:^|\s|\.)((?:getBy[A-Z]\w*|locator)\(.*)$/;

/**
 * What a locator looks for, in one form for sources and for Playwright's messages; `undefined` for a chain
 * of locators (which of them is missing is not known) and where an argument is no literal.
 *
 * @param call a call expression of an ESTree.
 * @example elementKey(parse("page.getByRole('button', { name: 'Save' })")) // 'getByRole("button",{name:"Save"})'
 */
export function elementKey(call: unknown): string | undefined {
  const callee = field(call, 'callee');
  const object = field(callee, 'object');
  const method = field(callee, 'type') === 'Identifier' ? field(callee, 'name') : field(field(callee, 'property'), 'name');
  if (typeof method !== 'string') return undefined;
  if (NARROWS.test(method)) return elementKey(object);
  if (!LOCATES.test(method) || isLocator(object)) return undefined;
  const values = listOf(field(call, 'arguments')).map(literal);
  return values.length > 0 && values.every((value) => value !== undefined) ? `${method}(${values.join(',')})` : undefined;
}

/**
 * What a locator looks for, out of a text that ends with it, such as a step's title.
 *
 * @example elementInText("Click getByTestId('save')") // 'getByTestId("save")'
 */
export function elementInText(text: string): string | undefined {
  const expression = EXPRESSION.exec(text.replace(/ to be (visible|hidden|attached|detached|enabled|stable)\b.*$/, ''))?.[1];
  if (!expression) return undefined;
  const { program, errors } = parseSync('locator.ts', expression);
  return errors.length > 0 ? undefined : elementKey(field(program.body[0], 'expression'));
}

function isLocator(object: unknown): boolean {
  if (field(object, 'type') !== 'CallExpression') return false;
  const name = field(field(field(object, 'callee'), 'property'), 'name') ?? field(field(object, 'callee'), 'name');
  return typeof name === 'string' && (LOCATES.test(name) || NARROWS.test(name) || name === 'filter');
}

/** A literal, or an object of literals with its keys in order; `undefined` for anything else. */
function literal(node: unknown): string | undefined {
  if (field(node, 'type') === 'Literal') return String(field(node, 'raw') ?? '').startsWith('/') ? undefined : JSON.stringify(field(node, 'value'));
  if (field(node, 'type') !== 'ObjectExpression') return undefined;
  const entries = listOf(field(node, 'properties')).map((one) => [field(field(one, 'key'), 'name'), literal(field(one, 'value'))]);
  if (entries.some(([key, value]) => typeof key !== 'string' || value === undefined)) return undefined;
  return `{${entries.map(([key, value]) => `${key}:${value}`).sort().join(',')}}`;
}

/** A value that should be an array, as one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
