import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { fillTemplate, templateReferences } from '../../../support/manifest/templates';

const source = {
  address: (service: string) => {
    const port = service === 'auth-2' ? 20_002 : 20_001;
    return { url: `http://127.0.0.1:${port}`, host: '127.0.0.1', port };
  },
  publicUrl: (service: string) => `https://${service}.example`,
  secret: (name: string) => `secret of ${name}`,
};

const filled: readonly (readonly [string, string])[] = [
  ['no template', 'no template'],
  ['{{auth.publicUrl}}/me', 'https://auth.example/me'],
  ['{{auth.url}}/me', 'http://127.0.0.1:20001/me'],
  ['{{ auth-2.port }}', '20002'],
  ['postgres://{{db.host}}:{{db.port}}/shop', 'postgres://127.0.0.1:20001/shop'],
  ['{{secret.tokenKey}}', 'secret of tokenKey'],
  ['{{auth.url}},{{auth-2.url}}', 'http://127.0.0.1:20001,http://127.0.0.1:20002'],
  ['{{auth}} {{.url}} {auth.url}', '{{auth}} {{.url}} {auth.url}'],
];

for (const [value, expected] of filled) {
  test(`"${value}" is filled`, () => {
    expect(fillTemplate(value, source)).toBe(expected);
  });
}

test('references tell services, secrets, and parts that no service has', () => {
  expect(templateReferences('{{auth.url}} {{secret.key}} {{auth.uri}}')).toEqual([
    { kind: 'service', text: 'auth.url', service: 'auth', part: 'url' },
    { kind: 'secret', text: 'secret.key', name: 'key' },
    { kind: 'service', text: 'auth.uri', service: 'auth.uri', part: 'url' },
  ]);
});

test('every reference is filled, and the text around it stays', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/).filter((text) => text !== 'secret');
  const plain = fc.string().map((text) => text.replace(/[{}]/g, ''));
  fc.assert(
    fc.property(fc.array(fc.tuple(plain, name), { minLength: 1 }), (pieces) => {
      const value = pieces.map(([text, service]) => `${text}{{${service}.port}}`).join('');
      expect(templateReferences(value)).toHaveLength(pieces.length);
      const expected = pieces.map(([text, service]) => `${text}${source.address(service).port}`).join('');
      expect(fillTemplate(value, source)).toBe(expected);
    }),
  );
});
