import { expect, test } from '@playwright/test';
import { asksIn } from '../../../support/causes/behind/asks-of-tests';
import { elementInText } from '../../../support/causes/behind/element-key';
import { missingElement } from '../../../support/causes/behind/missing-element';
import { covers, secondCauses, type PageFacts } from '../../../support/causes/behind/second-causes';

const locators: readonly (readonly [string, string | undefined])[] = [
  ["page.getByTestId('save')", 'getByTestId("save")'],
  ["getByTestId('save').first()", 'getByTestId("save")'],
  ["getByRole('button', { name: 'Save' })", 'getByRole("button",{name:"Save"})'],
  ["getByRole('button', { exact: true, name: 'Save' })", 'getByRole("button",{exact:true,name:"Save"})'],
  ["getByTestId('save') to be visible", 'getByTestId("save")'],
  ['getByTestId(id)', undefined],
  ["getByRole('button', { name: /save/i })", undefined],
  ["locator('form').getByLabel('E-mail')", undefined],
  ["getByRole('row').filter({ hasText: 'x' })", undefined],
  ["navigating to '/x'", undefined],
];

for (const [text, key] of locators) {
  test(`the element of ${text} is ${key ?? 'not known'}`, () => {
    expect(elementInText(text)).toBe(key);
  });
}

// As recorded from runs of Playwright 1.65.
const head = '\u001b[2mexpect(\u001b[22m\u001b[31mlocator\u001b[39m\u001b[2m).\u001b[22m';
const messages: readonly (readonly [string, string, string | undefined])[] = [
  [
    'an action without its element',
    "TimeoutError: locator.click: Timeout 300ms exceeded.\nCall log:\n\u001b[2m  - waiting for getByRole('button', { name: 'Buy' })\u001b[22m\n",
    'getByRole("button",{name:"Buy"})',
  ],
  [
    'an expectation without its element',
    `Error: ${head}toBeVisible failed\n\nLocator: getByTestId('nope').first()\nExpected: visible\nTimeout: 300ms\nError: element(s) not found\n\nCall log:\n\u001b[2m  - Expect "toBeVisible" getByTestId('nope').first() with timeout 300ms\u001b[22m\n\u001b[2m  - waiting for getByTestId('nope').first()\u001b[22m\n`,
    'getByTestId("nope")',
  ],
  [
    'an element that is not as expected',
    `Error: ${head}toHaveText failed\n\nLocator:  getByTestId('head')\nTimeout:  300ms\n\nCall log:\n  - waiting for getByTestId('head')\n    6 × locator resolved to <h1 data-testid="head">Hello</h1>\n`,
    undefined,
  ],
  [
    'an action after the whole test took too long',
    "Error: locator.fill: Test timeout of 1000ms exceeded.\nCall log:\n\u001b[2m  - waiting for getByLabel('E-mail')\u001b[22m\n",
    'getByLabel("E-mail")',
  ],
  ['another error', 'Error: a bug', undefined],
];

for (const [title, message, key] of messages) {
  test(`${title} misses ${key ?? 'nothing'}`, () => {
    expect(missingElement(message)).toBe(key);
  });
}

const source = `
import { test } from 'groundwork-e2e';
test.beforeEach(({ page }) => page.goto('/shop'));
test.describe('inside', () => {
  test.beforeEach(({ page }) => page.route('**/cart', (route) => route.fulfill({ json: [] })));
  test('one', async ({ page }) => {
    await page.getByTestId('one').click();
  });
});
test('two', { tag: '@x' }, async ({ page }) => page.getByTestId('two').click());
test.describe('elsewhere', () => {
  test.beforeEach(({ page }) => page.getByTestId('three').click());
});
`;

test('a test asks what stands in itself and in the hooks around it, and in no others', () => {
  expect(asksIn(source).ofTest(6)).toEqual({ elements: ['getByTestId("one")'], visits: ['/shop'], routes: ['**/cart'] });
  expect(asksIn(source).ofTest(10)).toEqual({ elements: ['getByTestId("two")'], visits: ['/shop'], routes: [] });
  expect(asksIn(source).ofLine(7).elements).toEqual(['getByTestId("one")']);
  expect(asksIn('this is no {{ source').ofTest(1)).toEqual({ elements: [], visits: [], routes: [] });
});

const patterns: readonly (readonly [string, string, boolean])[] = [
  ['**/cart', '/cart', true],
  ['**/cart', '/shop/cart', true],
  ['**/cart', '/cart/7', false],
  ['**/cart*', '/cart', true],
  ['**/cart/**', '/cart/7/x', true],
  ['/cart', '/cart', true],
  ['https://shop.test/cart', '/cart', true],
  ['*/cart', '/a/b/cart', false],
  ['**/c.rt', '/cart', false],
];

for (const [pattern, path, expected] of patterns) {
  test(`the route ${pattern} ${expected ? 'covers' : 'does not cover'} ${path}`, () => {
    expect(covers(pattern, path)).toBe(expected);
  });
}

const SAVE = 'getByRole("button",{name:"Save"})';
const facts: PageFacts = { missing: new Set([SAVE]), found: new Set(), snapshots: ['- heading "Hello"'], mocked: new Set(['/cart']) };
const asks = { elements: [SAVE, SAVE], visits: ['/cart?x=1'], routes: ['**/cart'] };

test('only what this run has shown stands behind a cause', () => {
  expect(secondCauses(asks, facts)).toEqual([
    `no page had ${SAVE} where tests of this run looked for it`,
    "a mock of the test answers the page's own address /cart with data",
  ]);
  const none = { ...facts, mocked: new Set<string>() };
  expect(secondCauses(asks, { ...none, missing: new Set() })).toEqual([]);
  expect(secondCauses(asks, { ...none, found: new Set([SAVE]) })).toEqual([]);
  expect(secondCauses(asks, { ...none, snapshots: ['- link "Save all"'] })).toEqual([]);
  expect(secondCauses({ ...asks, routes: ['**/stock'] }, { ...facts, missing: new Set() })).toEqual([]);
  expect(secondCauses({ ...asks, visits: ['/shop'] }, { ...facts, missing: new Set() })).toEqual([]);
});
