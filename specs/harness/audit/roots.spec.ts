import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { changeSince } from '../../../support/audit/report/since';
import type { Audit, Defect } from '../../../support/audit/model/defect';
import { finding, type Finding } from '../../../support/audit/model/finding';
import { rankDefects, victimsOf } from '../../../support/audit/roots/defects';
import { repairOrder } from '../../../support/audit/roots/repair-order';

const dependsOn = { web: ['gateway'], gateway: ['auth'], auth: [], mail: [], shop: ['auth'] };
const needs = [new Set(['web', 'gateway', 'auth']), new Set(['mail']), new Set(['shop', 'auth'])];
const question = { root: '/r', dependsOn, needs };
const services = Object.entries(dependsOn).map(([name, on]) => ({ name, folder: `services/${name}`, dependsOn: on }));

const typeError = (service: string): Finding =>
  finding('type-error', { service, place: { file: '/r/shared/cors.ts', line: 3 }, subject: 'TS2322', message: 'no array', repair: 'x' });
const own = (service: string): Finding =>
  finding('import-unresolved', { service, place: { file: `/r/services/${service}/index.js`, line: 1 }, subject: './x', message: 'gone', repair: 'x' });

test('shared code that stops several services is one defect, with its victims and tests', () => {
  const [defect, ...others] = rankDefects([typeError('auth'), typeError('mail')], question);
  expect(others).toEqual([]);
  expect(defect).toMatchObject({ services: ['auth', 'mail'], victims: ['gateway', 'shop', 'web'], tests: 3, place: { file: 'shared/cors.ts', line: 3 } });
});

test('the repair that unlocks most comes first', () => {
  const ranked = rankDefects([own('web'), own('mail'), own('auth')], question);
  expect(ranked.map((one) => one.services[0])).toEqual(['auth', 'mail', 'web']);
});

test('warnings stop nobody, and come after errors', () => {
  const warning = finding('default-secret', { service: 'auth', place: { file: '/r/services/auth/x.js', line: 1 }, message: 'x', repair: 'x' });
  const ranked = rankDefects([warning, own('web')], question);
  expect(ranked.map(({ severity, victims, tests }) => [severity, victims, tests])).toEqual([['error', [], 1], ['warning', [], 0]]);
});

test('a package that is missing at many places is one defect a service', () => {
  const at = (line: number) => finding('import-unresolved', { service: 'auth', place: { file: '/r/services/auth/a.js', line }, subject: 'left/inner', message: 'gone', repair: 'x' });
  expect(rankDefects([at(1), at(2)], question)).toMatchObject([{ place: { line: 1 }, evidence: ['also at services/auth/a.js:2'] }]);
});

test('what the compiler says of an import is not told twice', () => {
  const place = { file: '/r/services/auth/a.js', line: 1 };
  const said = finding('type-error', { service: 'auth', place, subject: 'TS2835', message: 'extension', repair: 'x' });
  const seen = finding('extension-missing', { service: 'auth', place, subject: './x', message: 'extension', repair: 'x' });
  expect(rankDefects([said, seen], question).map(({ kind }) => kind)).toEqual(['extension-missing']);
});

test('shared code is repaired first, then services in the order of what they stand on, the others side by side', () => {
  const defects = rankDefects([typeError('auth'), typeError('mail'), own('auth'), own('mail'), own('web')], question);
  const order = repairOrder(defects, services).map(({ parts }) => parts.map(({ subject }) => subject).sort());
  expect(order).toEqual([['shared/cors.ts'], ['auth', 'mail'], ['web']]);
});

test('every error stands in the order of repair once, whatever depends on what', () => {
  const names = Object.keys(dependsOn);
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...names)), fc.dictionary(fc.constantFrom(...names), fc.uniqueArray(fc.constantFrom(...names))), (broken, graph) => {
      const defects = rankDefects(broken.map(own), { ...question, dependsOn: graph });
      const inGraph = names.map((name) => ({ name, folder: `services/${name}`, dependsOn: graph[name] ?? [] }));
      const ordered = repairOrder(defects, inGraph).flatMap(({ parts }) => parts.flatMap((part) => part.defects));
      expect([...ordered].sort()).toEqual(defects.map(({ id }) => id).sort());
    }),
  );
});

test('victims are never those that are broken themselves, and circles come to an end', () => {
  expect(victimsOf({ a: ['b'], b: ['a'], c: ['b'] }, ['a'])).toEqual(['b', 'c']);
});

test('a defect keeps its id when lines move, and the change tells what was repaired and what is new', () => {
  const moved = { ...own('auth'), place: { file: '/r/services/auth/index.js', line: 9 } };
  const before = auditOf(rankDefects([own('auth'), own('web')], question));
  const now = auditOf(rankDefects([moved, own('mail')], question));
  const change = changeSince(before, now);
  const names = (defects: readonly Defect[]) => defects.map((one) => one.services[0]);
  expect([names(change.repaired), names(change.added), names(change.remaining)]).toEqual([['web'], ['mail'], ['auth']]);
});

test('what was not looked at this time is not repaired', () => {
  const before = auditOf(rankDefects([finding('stop-hangs', { service: 'auth', message: 'x', repair: 'x' })], question));
  expect(changeSince(before, auditOf([])).repaired).toEqual([]);
});

function auditOf(defects: readonly Defect[]): Audit {
  const marks = { package: 'ok', build: 'ok', imports: 'ok', start: 'not-looked', health: 'not-looked', wiring: 'not-looked', database: 'not-looked', hygiene: 'ok' } as const;
  const service = { name: 'auth', folder: 'x', marks, variables: [], dependsOn: [], tests: 0, skipped: [] };
  return { version: 1, platform: 'x', at: '', durationMs: 0, static: true, services: [service], defects, order: [] };
}
