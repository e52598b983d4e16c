import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { closeOverDependencies, dependencies } from '../../../support/manifest/dependencies';
import { serviceGraphs, servicesOf } from '../support/graphs';

const graphWithNames = serviceGraphs.chain((services) =>
  fc.record({
    services: fc.constant(services),
    names: fc.subarray(Object.keys(services)),
    more: fc.subarray(Object.keys(services)),
  }),
);

test('needs are closed over everything that stands below', () => {
  const services = servicesOf({ web: ['gateway'], gateway: ['auth'], auth: ['db'], jobs: ['db'], db: [] });
  expect([...closeOverDependencies(services, ['gateway'])].sort()).toEqual(['auth', 'db', 'gateway']);
  expect([...closeOverDependencies(services, ['nobody'])]).toEqual([]);
});

test('closed needs contain the needs, and nothing below them is missing', () => {
  fc.assert(
    fc.property(graphWithNames, ({ services, names }) => {
      const closed = closeOverDependencies(services, names);
      expect(names.filter((name) => !closed.has(name))).toEqual([]);
      const below = [...closed].flatMap((name) => dependencies(services[name])).map(({ service }) => service);
      expect(below.filter((name) => !closed.has(name))).toEqual([]);
    }),
  );
});

test('closing twice is closing once, and more needs never take a service away', () => {
  fc.assert(
    fc.property(graphWithNames, ({ services, names, more }) => {
      const closed = closeOverDependencies(services, names);
      expect(closeOverDependencies(services, closed)).toEqual(closed);
      const larger = closeOverDependencies(services, [...names, ...more]);
      expect([...closed].filter((name) => !larger.has(name))).toEqual([]);
    }),
  );
});
