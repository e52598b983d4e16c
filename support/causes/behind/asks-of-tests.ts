import { parseSync } from 'oxc-parser';
import { field } from '../../data/field';
import { elementKey, listOf } from './element-key';

/** What the code of a test asks of pages, as far as it stands there in literals. */
export interface Asks {
  /** Keys of elements, as of `elementKey`. */
  readonly elements: readonly string[];
  /** Addresses that it goes to. */
  readonly visits: readonly string[];
  /** Patterns of addresses that it answers itself. */
  readonly routes: readonly string[];
}

/** What the source of a spec asks: a test, itself and in the hooks around it, or one line. */
export interface SourceAsks {
  ofTest(line: number): Asks;
  ofLine(line: number): Asks;
}

interface Call {
  readonly node: unknown;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Where the function begins and ends that it stands in. */
  readonly within: readonly [number, number];
}

const HOOK = /^(beforeEach|beforeAll)$/;

/**
 * Reads the source of a spec. One that cannot be parsed asks nothing.
 *
 * @example asksIn("test('a', async ({ page }) => page.goto('/x'))").ofTest(1).visits // ['/x']
 */
export function asksIn(source: string): SourceAsks {
  const { program, errors } = parseSync('spec.ts', source);
  const lineOf = (offset: number) => source.slice(0, offset).split('\n').length;
  const calls = errors.length > 0 ? [] : [...callsIn(program, [0, source.length], lineOf)];
  return {
    ofLine: (line) => asksOf(calls.filter((call) => call.line === line)),
    ofTest: (line) => {
      const own = calls.find((call) => call.line === line && hasFunction(call.node));
      if (!own) return asksOf([]);
      const hooks = calls.filter(({ node, within: [from, to] }) => HOOK.test(methodOf(node)) && from <= own.start && own.end <= to);
      return asksOf(calls.filter(({ start }) => [own, ...hooks].some((one) => one.start <= start && start < one.end)));
    },
  };
}

function asksOf(calls: readonly Call[]): Asks {
  const texts = (method: string) => calls.flatMap(({ node }) => (methodOf(node) === method ? firstText(node) : []));
  return { elements: calls.flatMap(({ node }) => elementKey(node) ?? []), visits: texts('goto'), routes: texts('route') };
}

function* callsIn(node: unknown, within: Call['within'], lineOf: (offset: number) => number): Generator<Call> {
  if (Array.isArray(node)) {
    for (const one of node) yield* callsIn(one, within, lineOf);
    return;
  }
  const type = field(node, 'type');
  if (typeof node !== 'object' || node === null || typeof type !== 'string') return;
  const [start, end] = [Number(field(node, 'start')), Number(field(node, 'end'))];
  if (type === 'CallExpression') yield { node, line: lineOf(start), start, end, within };
  const inner: Call['within'] = /Function/.test(type) ? [start, end] : within;
  for (const child of Object.values(node)) yield* callsIn(child, inner, lineOf);
}

function methodOf(call: unknown): string {
  const callee = field(call, 'callee');
  return String(field(field(callee, 'property'), 'name') ?? field(callee, 'name'));
}

function firstText(call: unknown): readonly string[] {
  const value = field(listOf(field(call, 'arguments'))[0], 'value');
  return typeof value === 'string' ? [value] : [];
}

function hasFunction(call: unknown): boolean {
  return listOf(field(call, 'arguments')).some((one) => /Function/.test(String(field(one, 'type'))));
}
