import { expect, test } from '../../../fixtures';
import { BACKEND_SERVICES } from '../access/support/services';

const NAMED = {
  version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  build: expect.stringMatching(/^[\w-]{3,}$/),
};

test.describe('health', { tag: '@area:smoke' }, () => {
  const database = { database: { status: 'ready' } };
  const PARTS = [
    ...BACKEND_SERVICES.map((service) => ({ service, parts: database })),
    ...(['api-gateway', 'web'] as const).map((service) => ({ service, parts: {} })),
  ];

  for (const { service, parts } of PARTS) {
    test(`${service} lives, is ready, and says who it is`, { tag: [`@needs:${service}`, `@real:${service}`] }, async ({ request, stack }) => {
      const [live, ready] = await Promise.all(['live', 'ready'].map((which) => request.get(`${stack.url(service)}/health/${which}`)));
      expect([live?.status(), ready?.status()]).toEqual([200, 200]);
      expect(await live?.json()).toEqual({ status: 'live', service, ...NAMED });
      expect(await ready?.json()).toEqual({ status: 'ready', service, ...NAMED, parts });
    });
  }

  test('the gateway tells the readiness of all', {
    tag: ['@needs:api-gateway', '@needs:user-service', '@needs:pharmacy-service', '@needs:teleconsultation-service'],
  }, async ({ request, stack }) => {
    const answer = await request.get(`${stack.url('api-gateway')}/health/ready/all`);
    expect(answer.status()).toBe(200);
    const services = Object.fromEntries(BACKEND_SERVICES.map((service) => [service, { status: 'ready' }]));
    expect(await answer.json()).toEqual({ status: 'ready', service: 'api-gateway', ...NAMED, services });
  });
});
