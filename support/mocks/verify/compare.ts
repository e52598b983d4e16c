/** One answer of a service, as it is recorded. */
export interface RecordedAnswer {
  /** What was asked, as `GET /items/{id}`. */
  readonly ask: string;
  readonly status: number;
  /** The media type, without parameters; `''` for an answer without a body. */
  readonly type: string;
  /** JSON as it is, other text as text. */
  readonly body?: unknown;
  /** Names of fields that are compared by their type alone. */
  readonly vague?: readonly string[];
}

const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})/g;
const HIDDEN = /^<(?:string|number|boolean|null|array|object)>$/;

/**
 * A value without what is another one each time: ids and instants.
 *
 * @example plain({ id: '0b9d…', at: '2026-01-01T10:00:00Z' }) // { id: '<id>', at: '<instant>' }
 */
export function plain(value: unknown, vague: readonly string[] = []): unknown {
  if (typeof value === 'string') return value.replace(UUID, '<id>').replace(INSTANT, '<instant>');
  if (Array.isArray(value)) return value.map((one) => plain(one, vague));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, vague.includes(key) ? hidden(inner) : plain(inner, vague)]);
  return Object.fromEntries(entries);
}

/** The kind of a value in its place; what stands there already stays, so that a recording is compared as it is. */
function hidden(value: unknown): string {
  return typeof value === 'string' && HIDDEN.test(value) ? value : `<${kindOf(value)}>`;
}

/** Where the answer of a mock is not that of the service; one line a difference. */
export function answerDrift(recorded: RecordedAnswer, mocked: RecordedAnswer): readonly string[] {
  if (recorded.ask !== mocked.ask) return [`asked ${mocked.ask}, where the recording asked ${recorded.ask}. Record anew ("groundwork mocks record").`];
  const said = (what: string, one: unknown, other: unknown) => `${what}: the service answered ${show(one)}, the mock ${show(other)}`;
  if (recorded.status !== mocked.status) return [said('status', recorded.status, mocked.status)];
  if (recorded.type !== mocked.type) return [said('content-type', recorded.type, mocked.type)];
  return differences('body', plain(recorded.body, recorded.vague), plain(mocked.body, recorded.vague)).map(({ at, one, other }) => said(at, one, other));
}

interface Difference {
  readonly at: string;
  readonly one: unknown;
  readonly other: unknown;
}

function differences(at: string, one: unknown, other: unknown): readonly Difference[] {
  if (kindOf(one) !== kindOf(other)) return [{ at, one, other }];
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return [{ at: `${at}.length`, one: one.length, other: other.length }];
    return one.flatMap((value, index) => differences(`${at}[${index}]`, value, other[index]));
  }
  if (isObject(one) && isObject(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return keys.flatMap((name) => differences(`${at}.${name}`, one[name], other[name]));
  }
  return Object.is(one, other) ? [] : [{ at, one, other }];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return kindOf(value) === 'object';
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
