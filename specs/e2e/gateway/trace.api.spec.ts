import { expect, test } from '../../../fixtures';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';

test.describe('trace', { tag: ['@area:gateway', '@needs:api-gateway', '@needs:auth-service'] }, () => {
  test("the caller's trace goes on", async ({ api }) => {
    const headers = { traceparent: `00-${TRACE_ID}-00f067aa0ba902b7-01` };
    const answer = await (await api.anonymous()).get('/api/auth/password-policy', { headers });
    expect(answer.headers().traceparent).toMatch(new RegExp(`^00-${TRACE_ID}-[0-9a-f]{16}-01$`));
    expect(answer.headers().traceparent).not.toContain('00f067aa0ba902b7');
  });

  test('a request without a trace begins one', async ({ api }) => {
    const anonymous = await api.anonymous();
    const answers = [await anonymous.get('/api/nowhere'), await anonymous.get('/api/nowhere')];
    const ids = answers.map((answer) => answer.headers().traceparent?.split('-')[1]);
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });

  test('a malformed trace is replaced', async ({ api }) => {
    const headers = { traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` };
    const answer = await (await api.anonymous()).get('/api/auth/password-policy', { headers });
    expect(answer.headers().traceparent).toMatch(/^00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  test('a harmless request id is kept, another one replaced', async ({ api }) => {
    const anonymous = await api.anonymous();
    const idFor = async (id: string) => {
      const answer = await anonymous.get('/api/nowhere', { headers: { 'x-request-id': id } });
      return answer.headers()['x-request-id'];
    };
    expect(await idFor('order-4711')).toBe('order-4711');
    expect(await idFor('<script>')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
