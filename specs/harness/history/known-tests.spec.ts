import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { formatHistory, KEPT_RUNS, parseAnyLayout, type History } from '../../../support/history/history';
import { KnownTests, parseHistory } from '../../../support/history/known-tests';
import { parseLine } from '../../../support/history/parse-line';
import { timesOf } from '../../../support/history/test-times';
import { VERDICTS } from '../../../support/verdict/verdict';

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('area › "a" test', 'tab\t\\', '","durations":[1],"', 'ü€😀', '}}', ''));
const ms = fc.oneof(fc.nat(9_999), fc.constantFrom(0, 10, 1.5, -3, 1e21, 999_999_999_999_999, 1_000_000_000_000_000, 2 ** 53));
const time = fc.option(ms, { nil: undefined });
const entry = fc.record(
  {
    title: text,
    file: text,
    project: text,
    durations: fc.array(ms, { maxLength: KEPT_RUNS + 2 }),
    verdicts: fc.array(fc.constantFrom(...VERDICTS), { maxLength: KEPT_RUNS }),
    needs: fc.array(text, { maxLength: 3 }),
    around: time,
    start: time,
    failed: time,
  },
  { requiredKeys: ['title', 'file', 'project', 'durations', 'verdicts', 'needs'] },
);
const id = fc.oneof(fc.stringMatching(/^[0-9a-f]{1,4}-[0-9a-f]{1,4}$/), fc.constantFrom('ü', 'a b', '', 'é'.repeat(600), 'a'.repeat(2_000)));
const CHANGES = ['', ',', '"', '\\', '\n', '}', '{', '[', ']', ' ', '0', '1.5', '-', 'null', '\r', 'a', '":', '\n}}\n'];
const histories = fc.dictionary(id, entry, { noNullPrototype: true });

/** The same read the long way: every line parsed, the later of two lines of one test counting; else any layout. */
function parsedWhole(text: string): { readonly entries: History; readonly isDamaged: boolean } {
  const lines = text.split('\n').filter((line) => !['', '{"version":1,"tests":{', '}}'].includes(line));
  const parsed = lines.flatMap((line) => parseLine(line) ?? []);
  const entries = Object.fromEntries(parsed.map(({ id: key, entry: one }) => [key, one]));
  const isGood = parsed.length === lines.length && /^\{"version":1,"tests":\{\n[^]*\n\}\}\s?$/.test(text);
  if (isGood) return { entries, isDamaged: false };
  try {
    return { entries: parseAnyLayout(text), isDamaged: false };
  } catch {
    return { entries, isDamaged: true };
  }
}

/** What is told of a history, test by test, and whether all that can be asked agrees. */
function told(text: string): unknown {
  const { tests, isDamaged } = KnownTests.read(Buffer.from(text));
  const all = tests.all();
  const one = (key: string): unknown => {
    const row = tests.rowOf(key) ?? NaN;
    const { title, file, project } = tests.name(row);
    return { isRow: [...tests.rows()].includes(row), times: tests.times(row), entry: tests.get(key), name: { title, file, project } };
  };
  return { isDamaged, size: tests.size, rows: [...tests.rows()].length, all, each: Object.keys(all).map(one), nobody: tests.rowOf('nobody') };
}

function expectAsParsedWhole(text: string): void {
  const { entries, isDamaged } = parsedWhole(text);
  const size = Object.keys(entries).length;
  const each = Object.values(entries).map((entry) => {
    const { title, file, project } = entry;
    return { isRow: true, times: timesOf(entry), entry, name: { title, file, project } };
  });
  // One comparison a history: each of thousands would be a step of the test.
  expect(told(text)).toEqual({ isDamaged, size, rows: size, all: entries, each: expect.arrayContaining(each), nobody: undefined });
}

test('of every history the same is told as by one that is parsed whole', () => {
  fc.assert(fc.property(histories, (history) => expectAsParsedWhole(formatHistory(history))));
});

test('of a history that was changed by hand or damaged the same is told, and its damage is found', () => {
  const change = fc.record({ at: fc.nat(), removed: fc.nat(4), put: fc.constantFrom(...CHANGES) });
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(histories, fc.array(change, { minLength: 1, maxLength: 3 }), (history, changes) => {
      const text = changes.reduce((before, { at, removed, put }) => {
        const from = at % before.length;
        return before.slice(0, from) + put + before.slice(from + removed);
      }, formatHistory(history));
      expectAsParsedWhole(Buffer.from(text).toString());
      seen.add(KnownTests.read(Buffer.from(text)).isDamaged);
    }),
    { numRuns: 400 },
  );
  expect([...seen].sort()).toEqual([false, true]);
});

const LINE = '"a":{"title":"t","file":"f","project":"p","durations":[1],"verdicts":["passed"],"needs":["web"],"around":2}';
const NEXT = LINE.replace('"a"', '"b"');

const table: readonly (readonly [string, readonly string[], readonly string[] | 'damaged'])[] = [
  ['as it is written', [`${LINE},`, NEXT], ['a', 'b']],
  ['without a comma, as a merge by hand may leave it', [LINE, NEXT], ['a', 'b']],
  ['twice the same test', [`${LINE},`, LINE], ['a']],
  ['with blanks', [LINE.replace('[1]', '[ 1 ]')], ['a']],
  ['with keys in another order, and unknown ones', ['"a":{"new":true,"project":"p","file":"f","title":"t","needs":[],"verdicts":[],"durations":[]}'], ['a']],
  ['with an escape of its own', [LINE.replace('"t"', '"\\u0041\\/"')], ['a']],
  ['a key missing', [LINE.replace('"file":"f",', '')], 'damaged'],
  ['an unknown verdict', [LINE.replace('passed', 'won')], 'damaged'],
  ['a wrong escape', [LINE.replace('"t"', '"\\x"')], 'damaged'],
  ['a number with a zero before it', [LINE.replace('[1]', '[01]')], 'damaged'],
  ['no number', [LINE.replace(':2}', ':}')], 'damaged'],
  ['a text for a number', [LINE.replace(':2}', ':"2"}')], 'damaged'],
  ['a list that does not end', [LINE.replace('["web"]', '["web",]')], 'damaged'],
  ['a conflict', ['<<<<<<< ours', `${LINE},`, '=======', NEXT, '>>>>>>> theirs'], 'damaged'],
  ['a line that is cut off', [`${LINE},`, NEXT.slice(0, 60)], 'damaged'],
];

for (const [title, lines, told] of table) {
  test(`a history is ${told === 'damaged' ? 'damaged' : 'read'}: ${title}`, () => {
    const text = ['{"version":1,"tests":{', ...lines, '}}', ''].join('\n');
    const { tests, isDamaged } = KnownTests.read(Buffer.from(text));
    expectAsParsedWhole(text);
    expect(isDamaged).toBe(told === 'damaged');
    if (told === 'damaged') expect(() => parseHistory(Buffer.from(text))).toThrow(Error);
    else expect(Object.keys(tests.all())).toEqual(told);
  });
}

test('a history in another layout is read, and found by its ids', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const text = JSON.stringify(JSON.parse(formatHistory(history)), undefined, 2);
      expectAsParsedWhole(text);
      expect(parseHistory(Buffer.from(text))).toEqual(history);
    }),
  );
});
