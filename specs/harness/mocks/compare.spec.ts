import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { answerDrift, plain } from '../../../support/mocks/verify/compare';
import { coverageDrift, operationOf } from '../../../support/mocks/verify/coverage';

const answer = (body: unknown) => ({ ask: 'GET /a', status: 200, type: 'application/json', body });

const pairs: readonly (readonly [string, unknown, unknown, readonly string[]])[] = [
  ['the same', { a: [1, 'x'] }, { a: [1, 'x'] }, []],
  ['other ids and instants', { id: 'a0b1c2d3-0000-4000-8000-000000000001', at: '2026-01-01T00:00:00.000Z' }, { id: 'a0b1c2d3-0000-4000-8000-000000000002', at: '2027-01-01T10:00:00Z' }, []],
  ['an id inside a text', 'see a0b1c2d3-0000-4000-8000-000000000001', 'see a0b1c2d3-0000-4000-8000-000000000002', []],
  ['another number', { a: { b: 1 } }, { a: { b: 2 } }, ['body.a.b: the service answered 1, the mock 2']],
  ['a text for a number', { a: 1 }, { a: '1' }, ['body.a: the service answered 1, the mock "1"']],
  ['a field that is missing', { a: 1, b: null }, { a: 1 }, ['body.b: the service answered null, the mock nothing']],
  ['a field too many', {}, { a: 1 }, ['body.a: the service answered nothing, the mock 1']],
  ['a longer list', [1], [1, 2], ['body.length: the service answered 1, the mock 2']],
];

for (const [title, one, other, expected] of pairs) {
  test(`answers are compared: ${title}`, () => {
    expect(answerDrift(answer(one), answer(other))).toEqual(expected);
  });
}

test('a vague field is compared by its type', () => {
  const recorded = { ...answer({ token: 'abc' }), vague: ['token'] };
  expect(answerDrift(recorded, answer({ token: 'xyz' }))).toEqual([]);
  expect(answerDrift(recorded, answer({ token: 7 }))).toEqual(['body.token: the service answered "<string>", the mock "<number>"']);
});

test('every JSON value is like itself, and taking out what varies twice is doing it once', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(answerDrift(answer(value), answer(structuredClone(value)))).toEqual([]);
      expect(plain(plain(value))).toEqual(plain(value));
      const vague = ['a', 'b'];
      const fields = { a: value, b: [value], c: value };
      expect(plain(plain(fields, vague), vague)).toEqual(plain(fields, vague));
    }),
  );
});

const contract = {
  openapi: '3.1.0',
  info: { title: 'x', version: '1' },
  paths: { '/a/{id}': { get: {}, parameters: [] }, '/b': { post: {} } },
};
const handler = (method: string | RegExp, path: string | RegExp) => ({ info: { method, path } }) as Parameters<typeof operationOf>[0];

test('handlers are held to the operations of the contract, both ways', () => {
  const all = [handler('GET', 'http://x.mock/a/:key'), handler('POST', 'http://x.mock/b')];
  expect(coverageDrift({ notMocked: [], beyond: [] }, all, contract)).toEqual([]);
  expect(coverageDrift({ notMocked: ['POST /b'], beyond: ['* /*'] }, [all[0] ?? handler('GET', '/'), handler(/.+/, 'http://x.mock/*')], contract)).toEqual([]);
  expect(coverageDrift({ notMocked: ['GET /gone', 'POST /b'], beyond: ['GET /away'] }, all, contract)).toEqual([
    'GET /gone: stands in notMocked, but is no operation of the contract. Take it out.',
    'POST /b: stands in notMocked, but has a handler. Take it out.',
    'GET /away: stands in beyond, but has no handler. Take it out.',
  ]);
});
