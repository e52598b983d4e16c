import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { kindOfFailure } from '../../../support/causes/kind-of-failure';
import { normaliseMessage } from '../../../support/causes/normalise-message';

// Captured from real runs; the colours are Playwright's.
const security = (port: number) =>
  `Error: page.evaluate: SecurityError: Failed to read the 'localStorage' property from 'Window': Access is denied for this document.\n    at eval (eval at evaluate (http://127.0.0.1:${port}/), <anonymous>:1:1)`;
const timeout = (port: number, id: string) =>
  `\u001b[31mTimeoutError\u001b[39m: locator.click: Timeout ${port}ms exceeded.\nwaiting for http://localhost:${port}/users/${id} to load\nCall log:\n  - waiting for getByText('${id}')`;

test('104 SecurityErrors at different addresses are one', () => {
  const messages = Array.from({ length: 104 }, (_, index) => normaliseMessage(security(20_000 + index)));
  expect(new Set(messages).size).toBe(1);
  expect(messages[0]).toContain('SecurityError');
});

test('what differs from test to test is taken out, and what tells is left', () => {
  expect(normaliseMessage(timeout(3_000, '1b671a64-40d5-491e-99b0-da01ff1f3341'))).toBe(
    'TimeoutError: locator.click: Timeout <n>ms exceeded. waiting for <origin>/users/<id> to load',
  );
  expect(normaliseMessage('no user ada+1@shop.example of 2026-01-02T03:04:05.678Z, order 12345, page 12')).toBe(
    'no user <e-mail> of <time>, order <n>, page 12',
  );
  expect(normaliseMessage('expected 404, received 500')).not.toBe('');
});

test('different errors stay different', () => {
  const messages = ['Expected: "Ada"', 'Expected: "Bob"', 'locator.click: no element', 'locator.fill: no element', ''];
  expect(new Set(messages.map(normaliseMessage)).size).toBe(messages.length);
});

const words = fc.constantFrom('Timeout', '12345ms', '9 s', 'http://127.0.0.1:2001/x', 'a@b.test', '2026-01-02T03:04:05Z', '<n>', 'deadbeefdeadbeef', '\n', ' at x');

test('a normalised message is not changed by another time', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.array(words).map((list) => list.join(' '))), (message) => {
      const once = normaliseMessage(message);
      expect(normaliseMessage(once)).toBe(once);
      expect(once.length).toBeLessThanOrEqual(300);
    }),
  );
});

const kinds: readonly (readonly [string, string, string | undefined])[] = [
  ['page.goto: net::ERR_NETWORK_CHANGED at http://127.0.0.1:2001/', 'environment', 'the network of this machine changed under the browser: a container, a VPN or another interface came or went'],
  ['page.click: Target crashed', 'environment', 'the browser crashed'],
  ['page.goto: Page crashed', 'environment', 'the browser crashed'],
  ['Error: worker process exited unexpectedly (code=null, signal=SIGKILL)', 'environment', 'a worker process ended unexpectedly'],
  ["ENOSPC: no space left on device, write 'trace.zip'", 'environment', 'the disk is full'],
  ['browserType.launch: Failed to launch chromium', 'environment', 'the browser could not be started'],
  ["owner could not be signed in: POST /sign-in answered 401", 'sign-in', undefined],
  [security(1), 'sign-in', undefined],
  ['page.goto: net::ERR_TOO_MANY_REDIRECTS at http://127.0.0.1:2001/login', 'sign-in', undefined],
  ['expect(locator).toHaveText(expected) failed', 'test', undefined],
  ['page.goto: net::ERR_CONNECTION_REFUSED', 'test', undefined],
  ['page.click: Target page, context or browser has been closed', 'test', undefined],
  ['', 'unknown', undefined],
];

for (const [message, kind, told] of kinds) {
  test(`"${message.slice(0, 60)}" is of the kind ${kind}`, () => {
    const found = kindOfFailure(message);
    expect(found.kind).toBe(kind);
    expect(found.told).toBe(told);
  });
}
