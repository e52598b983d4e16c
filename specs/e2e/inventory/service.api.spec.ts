import { expect, test } from '../../../fixtures';
import { answerOf } from './support/answer';

test.describe('inventory-service', { tag: ['@area:inventory', '@needs:inventory-service'] }, () => {
  test('says that it lives and that its database is ready', { tag: '@real:inventory-service' }, async ({ request, stack }) => {
    const url = stack.url('inventory-service');
    const who = { service: 'inventory-service', version: expect.any(String), build: expect.any(String) };
    expect(await answerOf(await request.get(`${url}/health/live`))).toEqual({ status: 'live', ...who });
    expect(await answerOf(await request.get(`${url}/health/ready`))).toEqual({
      status: 'ready',
      ...who,
      parts: { database: { status: 'ready' } },
    });
  });

  test('describes every route in its OpenAPI document', async ({ request, stack }) => {
    const url = `${stack.url('inventory-service')}/openapi.json`;
    const { openapi, paths } = await answerOf<{ openapi: string; paths: Record<string, object> }>(
      await request.get(url),
    );
    expect(openapi).toBe('3.1.0');
    const routes = Object.entries(paths).map(([path, methods]) => `${path} ${Object.keys(methods).sort().join(' ')}`);
    expect(routes.sort()).toEqual([
      '/api/inventory/alerts get',
      '/api/inventory/items get post',
      '/api/inventory/items/{id} delete get patch',
      '/api/inventory/items/{id}/batches get post',
      '/api/inventory/items/{id}/moves get post',
      '/api/inventory/reorder-suggestions get',
      '/api/inventory/reports/moves get',
      '/api/inventory/reports/moves.csv get',
      '/api/inventory/reports/stock get',
      '/api/inventory/reports/stock.csv get',
      '/api/inventory/scan/{code} get',
      '/internal/items get',
      '/internal/reservations post',
      '/internal/reservations/{id} delete',
      '/internal/reservations/{id}/dispense post',
    ]);
  });
});
