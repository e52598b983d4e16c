import { expect, test } from '@playwright/test';
import net, { type AddressInfo } from 'node:net';
import { service, type Mode } from '../support/mini-platform';
import { told, withStack } from '../support/stacks';

const deadlines = { ready: 1_500, answer: 200, stop: 300 };

test('a service that exits while it starts is told at once, and those above it are its victims', async () => {
  const services = {
    web: service('good', { dependsOn: ['api'] }),
    api: service('exit'),
    other: service(),
  };
  const began = Date.now();
  await withStack(services, (stack) => {
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(told(stack.service('api').readiness)).toBe('down: exited with code 3: Error: DATABASE_URL is not set');
    expect(told(stack.service('web').readiness)).toBe('down: not started, because api is not ready');
    expect(stack.service('web').pid).toBeUndefined();
    expect(told(stack.service('other').readiness)).toBe('ready');
  });
});

const neverReady: readonly (readonly [Mode, RegExp])[] = [
  ['not-ready', /health\/ready answered 503: database down \(connect ECONNREFUSED\)$/],
  ['needs-sign-in', /health\/ready answered 401: \{"status":"unauthorized".*\}$/],
  ['impostor', /is another service: expected service "impostor", found service "somebody-else"$/],
  ['hang', /no answer from .* within 200 ms$/],
];

test('services that are never ready are given up at their deadline, with what they said last', async () => {
  const services = Object.fromEntries(neverReady.map(([mode]) => [mode, service(mode, { deadlines })]));
  const began = Date.now();
  await withStack(services, (stack) => {
    expect(Date.now() - began).toBeLessThan(6_000);
    for (const [mode, evidence] of neverReady) {
      expect(told(stack.service(mode).readiness)).toMatch(/^down: not ready within 1.5 s: /);
      expect(told(stack.service(mode).readiness)).toMatch(evidence);
    }
  });
});

test('a program that cannot be found is told with its name', async () => {
  const launch = { process: { command: ['no-such-program'] } };
  await withStack({ one: { launch }, two: service() }, (stack) => {
    expect(told(stack.service('one').readiness)).toMatch(/^down: could not be launched: "no-such-program" was not found/);
    expect(told(stack.service('two').readiness)).toBe('ready');
  });
});

test('a fixed port that another program holds is named, even where that program would answer', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server, never a pipe
  await withStack({ one: service('good', { port }) }, (stack) => {
    expect(told(stack.service('one').readiness)).toBe(`down: port ${port} is taken by another program`);
    expect(stack.service('one').pid).toBeUndefined();
  });
  await new Promise((resolve) => server.close(resolve));
});
