import { expect, test } from '@playwright/test';
import { needsReal, realMessage, type ChosenServices } from '../../../support/needs/needs-real';

const process = { command: ['node'], env: {}, inputs: [] };
const mock = { module: 'm.ts', contract: 'c.json', document: '/openapi.json', env: {} };
const services: ChosenServices = {
  web: { launch: { process }, launcher: 'process', dependsOn: ['gateway'] },
  gateway: { launch: { mock }, launcher: 'mock', dependsOn: ['stock'] },
  stock: { launch: { process, mock }, launcher: 'mock', dependsOn: [] },
  pay: { launch: {}, dependsOn: [] },
};

const questions: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] = [
  ['nothing is asked for', [], ['web'], []],
  ['a mocked service, as it really is', ['@real:stock'], ['web'], ['stock']],
  ['a service that is a process', ['@real:web'], ['web'], []],
  ['all that it stands on', ['@real'], ['web'], ['gateway', 'stock']],
  ['all of a platform, where its needs are not known', ['@real'], [], ['gateway', 'pay', 'stock']],
  ['nothing that is mocked below it', ['@real', '@needs:pay'], ['pay'], ['pay']],
  ['a service that is left out', [], ['pay'], ['pay']],
  ['a database that only mocked services would ask', [], ['stock', 'database'], ['database']],
  ['a tag that only begins alike', ['@really', '@real:'], ['web'], []],
];

for (const [title, tags, needs, missing] of questions) {
  test(`a test of a run with mocks needs what is real: ${title}`, () => {
    expect(needsReal({ tags, needs }, services)).toEqual(missing);
  });
}

test('a run without mocks has everything that is real', () => {
  const real = { web: services.web, db: { launch: { process }, launcher: 'process', dependsOn: [] } } as ChosenServices;
  expect(needsReal({ tags: ['@real'], needs: ['web', 'gone'] }, real)).toEqual([]);
});

test('the reason names each service and what became of it', () => {
  expect(realMessage(['stock'], services)).toBe('needs the real stock; it is mocked');
  expect(realMessage(['pay', 'stock'], services)).toBe('needs the real pay; it is left out of this run, and the real stock; it is mocked');
});
