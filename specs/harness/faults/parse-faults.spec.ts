import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { parseEnvironment } from '../../../support/environment/parse-environment';
import { UsageError } from '../../../support/errors/usage-error';
import { FAULT_KINDS, parseFaults } from '../../../support/faults/parse-faults';
import { parsePlatform } from '../../../support/manifest/parse-platform';
import { chooseLaunchers } from '../../../support/launchers/choose-launchers';
import { applyEnvironment } from '../../../support/stack/apply-environment';
import { planStack } from '../../../support/stack/plan-stack';

const good: readonly (readonly [string, object])[] = [
  ['', []],
  ['auth:exit@5', [{ service: 'auth', kind: 'exit', from: 5 }]],
  ['auth:503@0.5', [{ service: 'auth', kind: '503', from: 0.5 }]],
  ['auth:hang@5-9', [{ service: 'auth', kind: 'hang', from: 5, until: 9 }]],
  [' auth:slow@1 , ,db-2:refuse@2-2.5,', [
    { service: 'auth', kind: 'slow', from: 1 },
    { service: 'db-2', kind: 'refuse', from: 2, until: 2.5 },
  ]],
];

for (const [text, faults] of good) {
  test(`"${text}" is read as faults`, () => {
    expect(parseFaults(text)).toEqual(faults);
  });
}

const wrong = ['auth', 'auth:exit', 'auth:die@5', 'auth:exit@', 'auth:exit@-1', 'Auth:exit@5', 'auth:exit@5-5', 'auth:exit@5-4', 'auth:exit@5s'];

for (const text of wrong) {
  test(`"${text}" is no fault, and is the one that is told`, () => {
    expect(parseFaults(`db:exit@1,${text}`)).toEqual({ wrong: text });
  });
}

test('every fault that can be written is read as it is', () => {
  const seconds = fc.integer({ min: 0, max: 500 }).map((tenths) => tenths / 10);
  const fault = fc.record({
    service: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
    kind: fc.constantFrom(...FAULT_KINDS),
    from: seconds,
    lasts: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(fault), (list) => {
      const faults = list.map(({ lasts, ...rest }) => ({ ...rest, ...(lasts ? { until: rest.from + lasts } : {}) }));
      const text = faults.map((one) => `${one.service}:${one.kind}@${one.from}${'until' in one ? `-${one.until}` : ''}`);
      expect(parseFaults(text.join(','))).toEqual(faults);
    }),
  );
});

const launch = { process: { command: ['node', 'service.js'] } };
const manifest = parsePlatform({ name: 'mini', services: { auth: { launch }, db: { launch } } });
const plan = planStack(chooseLaunchers(manifest, parseEnvironment({})), { root: '/x', runId: 'r', logs: '/x/logs' });

test('the environment leaves services out and lets them fail, and nothing else changes', () => {
  const applied = applyEnvironment(plan, parseEnvironment({ GROUNDWORK_WITHOUT: 'db', GROUNDWORK_FAULT: 'auth:exit@1,auth:slow@2' }));
  const [auth, db] = applied.services;
  expect(auth).toMatchObject({ leftOut: false, faults: [{ kind: 'exit' }, { kind: 'slow' }] });
  expect(db).toMatchObject({ leftOut: true, faults: [] });
  expect(applyEnvironment(plan, parseEnvironment({}))).toEqual(plan);
});

const refused: readonly (readonly [NodeJS.ProcessEnv, string])[] = [
  [{ GROUNDWORK_WITHOUT: 'mail' }, 'GROUNDWORK_WITHOUT: found "mail", allowed: auth, db'],
  [{ GROUNDWORK_FAULT: 'mail:exit@1' }, 'GROUNDWORK_FAULT: found "mail", allowed: auth, db'],
  [{ GROUNDWORK_FAULT: 'auth:die@1' }, 'GROUNDWORK_FAULT: found "auth:die@1", allowed: <service>:<exit|hang|refuse|slow|503>@'],
  [{ GROUNDWORK_WITHOUT: 'auth;db' }, 'GROUNDWORK_WITHOUT: found "auth;db", allowed: names of services'],
];

for (const [variables, message] of refused) {
  test(`${Object.entries(variables).join(' ')} is wrong use`, () => {
    const apply = () => applyEnvironment(plan, parseEnvironment(variables));
    expect(apply).toThrow(UsageError);
    expect(apply).toThrow(message);
  });
}
