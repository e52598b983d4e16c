import fc from 'fast-check';
import { parsePlatform } from '../../../support/manifest/parse-platform';
import type { ServiceManifest } from '../../../support/manifest/schema';

/** Services by name, each depending on some of those before it: every graph without circles. */
export const serviceGraphs: fc.Arbitrary<Readonly<Record<string, ServiceManifest>>> = fc
  .integer({ min: 1, max: 8 })
  .chain((size) =>
    fc.tuple(
      ...Array.from({ length: size }, (_, index) =>
        fc.subarray(Array.from({ length: index }, (_unused, other) => nameOf(other))),
      ),
    ),
  )
  .map((dependsOn) => servicesOf(Object.fromEntries(dependsOn.map((names, index) => [nameOf(index), names]))));

/** Validated services that depend on each other as the table says. */
export function servicesOf(
  dependsOn: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, ServiceManifest>> {
  const launch = { process: { command: ['node', 'service.js'] } };
  const services = Object.fromEntries(
    Object.entries(dependsOn).map(([name, names]) => [name, { launch, dependsOn: names }]),
  );
  return parsePlatform({ name: 'graph', services }).services;
}

function nameOf(index: number): string {
  return `s${index}`;
}
