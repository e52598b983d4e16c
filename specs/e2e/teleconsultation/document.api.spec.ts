import { answerOf } from './support/answer';
import { expect, test } from './support/test';

interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly summary: string }>>>>;
}

test.describe('the OpenAPI document', { tag: ['@area:teleconsultation', '@needs:teleconsultation-service'] }, () => {
  test('names every route and what it does', async ({ request, stack }) => {
    const url = `${stack.url('teleconsultation-service')}/openapi.json`;
    const { openapi, paths } = await answerOf<OpenApiDocument>(await request.get(url));
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replace('/api/consultations', '')}`),
    );
    expect(openapi).toBe('3.1.0');
    expect(routes.sort()).toEqual([
      'delete /slots/{id}',
      'get ',
      'get /slots',
      'get /{id}',
      'get /{id}/chat',
      'get /{id}/events',
      'get /{id}/notes',
      'post /slots',
      'post /slots/{id}/book',
      'post /{id}/cancel',
      'post /{id}/chat',
      'post /{id}/consent',
      'post /{id}/end',
      'post /{id}/join',
      'put /{id}/notes',
    ]);
    const summaries = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ summary }) => summary));
    expect(summaries).not.toContain(undefined);
  });
});
