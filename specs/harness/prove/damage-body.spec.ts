import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { damageBody } from '../../../scripts/prove/damager/damage-body';
import { damageText, damageValue } from '../../../scripts/prove/damager/damage-value';

const texts: readonly (readonly [string, string])[] = [
  ['owner', 'xowner'],
  ['', 'x'],
  ['a@b.example', 'xa@b.example'],
  ['7f3c0d1e-9999-4999-8999-999999999999', '804d1e2f-9999-4999-8999-999999999999'],
  ['2026-11-22T19:00:00.000Z', '2026-11-23T19:00:00.000Z'],
  ['2026-12-31', '2027-01-01'],
  ['2026-99-99', 'x2026-99-99'],
  ['07612345678900', '18723456789011'],
  ['12.50', '23.61'],
  ['https://app.example/invitations/1', 'https://app.example/invitations/1x'],
  ['/prescriptions/7', '/xprescriptions/7'],
];

for (const [text, damaged] of texts) {
  test(`"${text}" becomes "${damaged}"`, () => {
    expect(damageText(text)).toBe(damaged);
  });
}

test('every value changes in its type, and lists lose their first entry', () => {
  expect(damageValue({ n: 0, yes: true, none: null, list: [1, 2, { a: 'b' }], empty: [], in: { s: 's' } })).toEqual({
    n: 1,
    yes: false,
    none: null,
    list: [3, { a: 'xb' }],
    empty: [],
    in: { s: 'xs' },
  });
});

test('whatever a leaf was, it is another one of the same type', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.uuid(), fc.webUrl()), (value) => {
      const damaged = damageValue(value);
      expect(damaged).not.toEqual(value);
      expect(typeof damaged).toBe(typeof value);
    }),
  );
});

test('the same damage comes out every time, and a body stays JSON with the same keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const body = Buffer.from(JSON.stringify(value));
      const damaged = damageBody('application/json', body);
      expect(damageBody('application/json', body)).toEqual(damaged);
      const after: unknown = JSON.parse((damaged ?? body).toString());
      expect(Object.keys(Object(after)).sort()).toEqual(Object.keys(Object(JSON.parse(body.toString()))).sort());
    }),
  );
});

for (const [type, body, damaged] of [
  ['application/json; charset=UTF-8', '{"a":1}', '{"a":2}'],
  ['application/problem+json', '{"status":404}', '{"status":405}'],
  ['application/json', '{}', undefined],
  ['application/json', '[]', undefined],
  ['text/csv; charset=utf-8', 'name;units\r\nGauze;9\r\n', 'obnf;vojut\r\nHbvaf;0\r\n'],
  ['text/event-stream', 'event: notification\nid: 2\ndata: {"n":1}\n\n', 'event: notification\nid: 2\ndata: {"n":2}\n\n'],
  ['text/event-stream', ': a comment\n\n', undefined],
] as const) {
  test(`${type} ${JSON.stringify(body)} becomes ${JSON.stringify(damaged) ?? 'nothing else'}`, () => {
    expect(damageBody(type, Buffer.from(body))?.toString()).toBe(damaged);
  });
}

test('a file keeps its length and its first bytes', () => {
  const file = Buffer.from('%PDF-1.7 and more');
  const damaged = damageBody('application/pdf', file);
  expect(damaged).toHaveLength(file.length);
  expect(damaged?.subarray(0, 8).toString()).toBe('%PDF-1.7');
  expect(damaged?.subarray(8)).not.toEqual(file.subarray(8));
});
