import { expect, test } from '@playwright/test';
import { existsSync, statSync } from 'node:fs';
import { askKeeper } from '../../../support/stack/keeper-client';
import { SecretStore } from '../../../support/secrets/secret-store';
import { StackView } from '../../../support/stack/stack-view';
import type { Readiness } from '../../../support/readiness/readiness';
import { service } from '../support/mini-platform';
import { hasProc, runs } from '../support/processes';
import { told, withStack } from '../support/stacks';

const times = (readiness: Readiness) => {
  if (readiness.state !== 'ready') throw new Error(told(readiness));
  return { launched: readiness.since - readiness.startedInMs, ready: readiness.since };
};

test('services start in order of their dependencies, and side by side where they have none', async () => {
  const services = {
    web: service('good', { dependsOn: ['api'] }),
    api: service('good', { dependsOn: ['db', 'mail'] }),
    db: service('good', { env: { DELAY: '150' } }),
    mail: service('good', { env: { DELAY: '150' } }),
    early: service('good', { dependsOn: [{ service: 'db', when: 'started' }] }),
  };
  await withStack(services, (stack) => {
    const of = (name: string) => times(stack.service(name).readiness);
    const [web, api, db, mail, early] = [of('web'), of('api'), of('db'), of('mail'), of('early')];
    expect(web.launched).toBeGreaterThanOrEqual(api.ready);
    expect(api.launched).toBeGreaterThanOrEqual(Math.max(db.ready, mail.ready));
    expect(Math.max(mail.launched, early.launched)).toBeLessThan(db.ready);
    const states = stack.events.map((event) => (event.type === 'readiness' ? event.readiness.state : event.type));
    expect(states.at(-1)).toBe('settled');
  });
});

test('templates are filled, secrets are the same for all, and every service has a log of its own', async () => {
  const env = { SECRET: '{{secret.key}}', PEERS: '{{one.url}} {{two.host}}:{{two.port}}' };
  await withStack({ one: service('good', { env }), two: service('good', { env }) }, async (stack) => {
    const [one, two] = [await stack.health('one'), await stack.health('two')];
    expect(one.peers).toBe(`${stack.service('one').url} 127.0.0.1:${stack.service('two').port}`);
    expect(two.peers).toBe(one.peers);
    expect(one.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(two.secret).toBe(one.secret);
    for (const [name, other] of [['one', 'two'], ['two', 'one']] as const) {
      expect(stack.log(name)).toContain(`${name} listens on ${stack.service(name).port}\n`);
      expect(stack.log(name)).not.toContain(`${other} listens`);
    }
  });
});

test('the state file is readable by its owner alone, answers while the stack runs, and goes with it', async () => {
  let stateFile = '';
  await withStack({ one: service() }, async (stack) => {
    stateFile = stack.stateFile;
    expect(statSync(stateFile).mode & 0o777).toBe(0o600);
    expect((await askKeeper(stateFile)).services.one?.readiness.state).toBe('ready');
  });
  expect(existsSync(stateFile)).toBe(false);
});

test('tests are told logs and secrets of the stack, and traces are cleaned of the secrets', async () => {
  const env = { SECRET: '{{secret.key}}' };
  await withStack({ one: service('good', { env }) }, async (stack) => {
    const view = new StackView({}, stack.stateFile);
    expect(view.secret('key')).toBe((await stack.health('one')).secret);
    expect(new SecretStore(stack.stateFile).all()).toEqual([view.secret('key')]);
    expect(view.logFile('one')).toBe(stack.service('one').logFile);
    expect(() => view.secret('kex')).toThrow('No service of the manifest is given {{secret.kex}}; there are: key.');
  });
});

test('the keeper answers nobody who does not know the secret', async () => {
  await withStack({ one: service() }, async (stack) => {
    const { readStateFile } = await import('../../../support/stack/run-registry.js');
    const { url } = readStateFile(stack.stateFile).keeper;
    for (const authorization of ['', 'Bearer wrong']) {
      const answer = await fetch(`${url}/stop`, { method: 'POST', headers: { authorization } });
      expect(answer.status).toBe(401);
    }
    expect((await stack.health('one')).status).toBe('ready');
  });
});

test('a service that dies while it runs is noted within a second or so, with its signal', async () => {
  await withStack({ one: service() }, async (stack) => {
    const { pid = 0 } = stack.service('one');
    process.kill(pid, 'SIGKILL');
    const look = async () => {
      const found = (await askKeeper(stack.stateFile)).services.one?.readiness;
      return found && told(found);
    };
    await expect.poll(look, { intervals: [50] }).toMatch(/^down: was killed by SIGKILL/);
  });
});

test('nothing is left after the stop, not even what is deaf or was started by a service', async () => {
  test.skip(!hasProc, 'looks into /proc');
  const deadlines = { stop: 300 };
  const pids: number[] = [];
  await withStack({ deaf: service('deaf', { deadlines }), parent: service('grandchild', { deadlines }) }, (stack) => {
    pids.push(Number(/grandchild (\d+)/.exec(stack.log('parent'))?.[1]));
    pids.push(...Object.values(stack.state.services).map(({ pid = 0 }) => pid));
    expect(pids.map(runs)).toEqual([true, true, true]);
  });
  await expect.poll(() => pids.filter(runs)).toEqual([]);
});
