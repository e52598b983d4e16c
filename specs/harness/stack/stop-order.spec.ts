import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { dependencies } from '../../../support/manifest/dependencies';
import { stopOrder } from '../../../support/stack/keeper/stop-order';
import { serviceGraphs } from '../support/graphs';

const on = (...names: string[]) => names.map((service) => ({ service, when: 'ready' as const }));

test('what nobody stands on is stopped first, side by side', () => {
  const levels = stopOrder([
    { name: 'db', dependsOn: [] },
    { name: 'api', dependsOn: on('db') },
    { name: 'web', dependsOn: on('api') },
    { name: 'jobs', dependsOn: on('db') },
  ]);
  expect(levels).toEqual([['web', 'jobs'], ['api'], ['db']]);
});

test('every service is stopped once, and after all that stand on it', () => {
  fc.assert(
    fc.property(serviceGraphs, (services) => {
      const plans = Object.entries(services).map(([name, service]) => ({ name, dependsOn: dependencies(service) }));
      const levels = stopOrder(plans);
      expect(levels.flat().sort()).toEqual(Object.keys(services).sort());
      const levelOf = (name: string) => levels.findIndex((level) => level.includes(name));
      const tooEarly = plans.flatMap(({ name, dependsOn }) =>
        dependsOn.filter(({ service }) => levelOf(service) <= levelOf(name)),
      );
      expect(tooEarly).toEqual([]);
    }),
  );
});

test('a circle is stopped nevertheless', () => {
  const levels = stopOrder([
    { name: 'one', dependsOn: on('two') },
    { name: 'two', dependsOn: on('one') },
  ]);
  expect(levels).toEqual([['one', 'two']]);
});
