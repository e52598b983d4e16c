import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { closeOverDependencies } from '../../../support/manifest/dependencies';
import { driftOf } from '../../../support/needs/drift';
import { needsOfTest } from '../../../support/needs/needs-of-test';
import { serviceGraphs, servicesOf } from '../support/graphs';

const entry = { title: 't', file: 'f', project: 'p', durations: [], verdicts: [], needs: ['stock'] };

test('a test needs what it declares; where it declares nothing, what was learned', () => {
  const history = new Map([['a', entry], ['c', { ...entry, needs: [] }]]);
  const needs = (id: string, tags: readonly string[]) => needsOfTest({ id, tags }, history, { learnedNeeds: 'where-undeclared' });
  expect(needs('a', ['@needs:auth', '@smoke', '@needs:db'])).toEqual({ services: ['auth', 'db'], source: 'declared' });
  expect(needs('a', ['@smoke'])).toEqual({ services: ['stock'], source: 'learned' });
  expect(needs('b', [])).toEqual({ services: [], source: 'unknown' });
  expect(needs('c', [])).toEqual({ services: [], source: 'unknown' });
});

test("with learnedNeeds 'always' a test needs what it declares and what was learned", () => {
  const history = new Map([['a', { ...entry, needs: ['stock', 'auth'] }]]);
  const needs = (id: string, tags: readonly string[]) => needsOfTest({ id, tags }, history, { learnedNeeds: 'always' }).services;
  expect(needs('a', ['@needs:auth', '@needs:db'])).toEqual(['auth', 'db', 'stock']);
  expect(needs('a', [])).toEqual(['stock', 'auth']);
  expect(needs('b', ['@needs:auth'])).toEqual(['auth']);
});

const services = servicesOf({ web: ['gateway'], gateway: ['auth'], stock: ['db'], auth: ['db'], db: [] });
const rows: readonly (readonly [readonly string[], readonly string[], readonly string[], readonly string[]])[] = [
  [[], [], [], []],
  [['auth'], ['auth'], [], []],
  [['web'], ['gateway', 'auth'], [], ['web']],
  [['gateway'], ['web'], ['web'], []],
  [['stock'], ['auth'], ['auth'], ['stock']],
  [['auth'], [], [], ['auth']],
  [[], ['auth'], ['auth'], []],
];

for (const [declared, learned, undeclared, unseen] of rows) {
  test(`drift of declared [${declared}] against learned [${learned}]`, () => {
    expect(driftOf(declared, learned, services)).toEqual({ undeclared, unseen });
  });
}

test('who declares what was learned, with all below it, has no drift', () => {
  const question = serviceGraphs.chain((graph) => fc.record({ graph: fc.constant(graph), learned: fc.subarray(Object.keys(graph)) }));
  fc.assert(
    fc.property(question, ({ graph, learned }) => {
      const declared = [...closeOverDependencies(graph, learned)];
      expect(driftOf(declared, learned, graph)).toEqual({ undeclared: [], unseen: [] });
    }),
  );
});
