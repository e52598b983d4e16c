import { expect, test } from '@playwright/test';
import { allureLabels } from '../../../reports/reporter/allure-labels';
import { servicesOf } from '../support/graphs';

const { auth, stock, mail } = servicesOf({ auth: [], stock: [], mail: [] });
const manifest = {
  services: {
    ...(auth ? { auth: { ...auth, owner: 'identity' } } : {}),
    ...(stock ? { stock: { ...stock, owner: 'pharmacy' } } : {}),
    ...(mail ? { mail } : {}),
  },
};

const rows: readonly (readonly [readonly string[], readonly string[]])[] = [
  [[], []],
  [['@smoke', '@needs:', '@area'], []],
  [['@area:stock'], ['area=stock', 'epic=stock']],
  [['@needs:auth'], ['service=auth', 'owner=identity']],
  [['@needs:mail', '@needs:stock', '@needs:auth'], ['service=mail', 'service=stock', 'service=auth', 'owner=pharmacy']],
  [['@needs:auth', '@owner:me'], ['service=auth', 'owner=me']],
  [['@needs:unknown'], ['service=unknown']],
  [['@area:one', '@area:two'], ['area=one', 'epic=one']],
  [['@severity:critical'], ['severity=critical']],
  [['@severity:high'], []],
];

for (const [tags, expected] of rows) {
  test(`labels of a test with ${tags.join(' ') || 'no tags'}`, () => {
    const labels = allureLabels({ id: 'a1', tags }, manifest);
    const told = labels.map(({ type, description }) => `${type.replace('allure.label.', '')}=${description}`);
    // The id is how a result is found again at the end.
    expect(told).toEqual(['groundworkTestId=a1', ...expected]);
  });
}

test('a set-up is told from a test', () => {
  const labels = allureLabels({ id: 'a1', tags: [], isSetUp: true }, manifest);
  expect(labels).toContainEqual({ type: 'allure.label.layer', description: 'set-up' });
});
