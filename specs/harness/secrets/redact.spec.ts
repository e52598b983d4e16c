import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { existsSync, statSync, writeFileSync, readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { redactTrace } from '../../../reports/reporter/redact-attachments';
import { redact } from '../../../support/secrets/redact';
import { SecretStore } from '../../../support/secrets/secret-store';

const base64url = (text: string) => Buffer.from(text).toString('base64url');
const tokenOf = (payload: object) =>
  [JSON.stringify({ alg: 'HS256' }), JSON.stringify(payload), 'a signature of many bytes'].map(base64url).join('.');

const secret = fc.stringMatching(/^[A-Za-z0-9_-]{6,40}$/).filter((text) => !'[redacted]'.includes(text));
const token = fc.record({ sub: fc.string({ minLength: 4 }) }).map(tokenOf);
const text = (pieces: fc.Arbitrary<string>) =>
  fc.array(fc.oneof(fc.string(), pieces)).map((parts) => parts.join(' '));

test('no secret survives, wherever and however often it stands', () => {
  const cases = fc.array(secret, { minLength: 1, maxLength: 5 }).chain((secrets) =>
    fc.record({ secrets: fc.constant(secrets), content: text(fc.constantFrom(...secrets)) }),
  );
  fc.assert(
    fc.property(cases, ({ secrets, content }) => {
      const clean = redact(content, secrets);
      expect(secrets.filter((one) => clean.includes(one))).toEqual([]);
    }),
  );
});

test('nothing in the form of a JSON web token survives, known or not', () => {
  fc.assert(
    fc.property(fc.array(token, { minLength: 1 }), fc.string(), (tokens, around) => {
      const clean = redact(tokens.map((one) => `${around}"Bearer ${one}"`).join('\n'), []);
      expect(tokens.filter((one) => clean.includes(one))).toEqual([]);
      expect(clean.split('[redacted]').length).toBeGreaterThan(tokens.length);
    }),
  );
});

test('text without secrets stays as it is, and short strings are no secrets', () => {
  const kept = 'eyJhbGciOiJIUzI1NiJ9 is a header, a.b.c a version, and "abc" a word';
  expect(redact(kept, ['abc', '', 'abcde'])).toBe(kept);
});

test('the store keeps secrets for its user alone, longest first, until they are removed', ({}, testInfo) => {
  const stateFile = testInfo.outputPath('run.json');
  const store = new SecretStore(stateFile);
  expect(store.all()).toEqual([]);
  store.add([]);
  expect(existsSync(`${stateFile}.secrets`)).toBe(false);
  store.add(['short1', 'with "quotes"\nand lines']);
  new SecretStore(stateFile).add(['short1', 'a much longer secret than those']);
  expect(store.all()).toEqual(['a much longer secret than those', 'with "quotes"\nand lines', 'short1']);
  expect(statSync(`${stateFile}.secrets`).mode & 0o777).toBe(0o600);
  store.remove();
  expect(store.all()).toEqual([]);
});

test('a trace keeps every byte but the secrets, and its pictures', ({}, testInfo) => {
  const file = testInfo.outputPath('trace.zip');
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const picture = new Uint8Array([...strToU8('top-secret'), 0, 255]);
  const entries = { 'trace.network': strToU8('{"a":"top-secret","b":"ä €"}'), 'r/1.bin': bytes, 'r/2.png': picture };
  writeFileSync(file, zipSync(entries));
  redactTrace(file, ['top-secret']);
  const clean = unzipSync(readFileSync(file));
  expect(strFromU8(clean['trace.network'] ?? bytes)).toBe('{"a":"[redacted]","b":"ä €"}');
  expect(clean['r/1.bin']).toEqual(bytes);
  expect(clean['r/2.png']).toEqual(picture);
});
