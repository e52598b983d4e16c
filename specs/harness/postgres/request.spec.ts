import { test, expect } from '@playwright/test';
import fc from 'fast-check';
import { postgres } from '../../../support/launchers/postgres';
import { readRequest } from '../../../support/launchers/postgres/request';

const enough = { PORT: '5433', POSTGRES_DATABASES: 'app' };

test('little is needed: a port and a database', () => {
  expect(readRequest(enough)).toEqual({
    host: '127.0.0.1',
    port: 5433,
    user: 'groundwork',
    password: 'groundwork',
    databases: ['app'],
    settings: {},
    cache: undefined,
  });
});

test('lists may hold blanks, repeats and values with an equals sign', () => {
  const request = readRequest({
    ...enough,
    POSTGRES_DATABASES: ' app, audit ,app,',
    POSTGRES_SETTINGS: 'log_statement=all, app.mode=a=b',
  });
  expect(request.databases).toEqual(['app', 'audit']);
  expect(request.settings).toEqual({ log_statement: 'all', 'app.mode': 'a=b' });
});

const wrong: readonly (readonly [string, Record<string, string>, RegExp])[] = [
  ['a port that is no number', { PORT: '54x' }, /PORT must be 1 to 65535, not "54x"/],
  ['a port out of range', { PORT: '65536' }, /PORT must be 1 to 65535/],
  ['an address that others reach', { HOST: '0.0.0.0' }, /HOST must be a loopback address/],
  ['no database', { POSTGRES_DATABASES: ' , ' }, /at least one database/],
  ["PostgreSQL's own database", { POSTGRES_DATABASES: 'template1' }, /belongs to PostgreSQL/],
  ['a name with a line break', { POSTGRES_USER: 'a\nb' }, /cannot be a name/],
  ['a name that is too long', { POSTGRES_DATABASES: 'ü'.repeat(32) }, /cannot be a name/],
  ['a setting without a value', { POSTGRES_SETTINGS: 'fsync' }, /"fsync" is not name=value/],
  ['a setting that is an option', { POSTGRES_SETTINGS: '-c x=1' }, /is not name=value/],
];

for (const [title, env, message] of wrong) {
  test(`${title} is refused`, () => {
    expect(() => readRequest({ ...enough, ...env })).toThrow(message);
  });
}

test('all that is wrong is told at once', () => {
  expect(() => readRequest({ HOST: '10.0.0.1' })).toThrow(/PORT.*HOST.*POSTGRES_DATABASES/);
});

test('what a manifest says is what the program reads', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/);
  const options = fc.record({
    databases: fc.uniqueArray(word, { minLength: 1, maxLength: 5 }),
    user: word,
    password: fc.stringMatching(/^[!-~]{1,20}$/),
    settings: fc.dictionary(word, fc.oneof(word, fc.integer(), fc.boolean()), {
      noNullPrototype: true,
    }),
  });
  fc.assert(
    fc.property(options, (said) => {
      const read = readRequest({ ...postgres(said).env, PORT: '5433' });
      const settings = Object.entries(said.settings).map(([name, value]) => [name, String(value)]);
      expect(read).toMatchObject({ ...said, settings: Object.fromEntries(settings) });
    }),
  );
});
