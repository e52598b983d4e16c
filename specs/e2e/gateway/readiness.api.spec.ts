import { expect } from '../../../fixtures';
import { test } from '../support/inside';

test.describe('readiness of all', { tag: ['@area:gateway', '@needs:auth-service'] }, () => {
  test('the gateway names each service that it cannot reach, and is ready itself', async ({ inside, stack, request }) => {
    // All peers but this one are nowhere.
    const { url } = await inside.start('api-gateway', { AUTH_URL: stack.url('auth-service') }, 'listening');
    const all = await request.get(`${url}/health/ready/all`);
    expect(all.status()).toBe(503);
    const down = { status: 'down', reason: expect.stringMatching(/\w/) };
    expect(await all.json()).toMatchObject({
      status: 'not ready',
      service: 'api-gateway',
      services: { 'auth-service': { status: 'ready' }, 'user-service': down, 'teleconsultation-service': down },
    });
    const own = await request.get(`${url}/health/ready`);
    expect(own.status()).toBe(200);
    expect(await own.json()).toMatchObject({ status: 'ready', service: 'api-gateway', parts: {} });
  });
});
