import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { withoutCircles } from '../../../support/audit/discover/without-circles';
import { auditSchema } from '../../../support/audit/report/schema';
import { MiniProject } from '../support/mini-project';
import { server } from './support/live';
import { json } from './support/tree';

const needs = (variable: string) => `if (!process.env.${variable}) throw new Error('${variable} is not set');`;
const forward = `const target = request.url.startsWith('/api/auth') ? process.env.AUTH_URL : request.url.startsWith('/api/orders') ? process.env.ORDERS_URL : undefined;
  if (!request.url.startsWith('/health')) {
    if (!target) { response.statusCode = 404; return response.end(); }
    const onward = http.request(target + request.url, { method: request.method, headers: { traceparent: '', ...request.headers } }, (answer) => { response.writeHead(answer.statusCode, answer.headers); answer.pipe(response); });
    onward.on('error', () => { response.statusCode = 502; response.end(); });
    return request.pipe(onward);
  }`;

const code: Readonly<Record<string, string>> = {
  // They point at each other.
  'auth-service': server('auth-service', { before: `${needs('ORDERS_URL')}\n${needs('JWT_SECRET')}` }),
  'order-service': server('order-service', { before: `${needs('AUTH_URL')}\nconst { SHOP_COUNTRY } = process.env;\nif (!SHOP_COUNTRY) throw new Error('SHOP_COUNTRY is not set');` }),
  gateway: server('gateway', { before: `${needs('AUTH_URL')}\n${needs('ORDERS_URL')}`, handle: forward }),
};

test('services that were found are started by the proposed manifest, and what it cannot know is told', async () => {
  const files = Object.entries(code).flatMap(([name, text]) => [
    [`apps/${name}/index.js`, text],
    [`apps/${name}/package.json`, json({ name, version: '1.0.0', scripts: { start: 'node index.js' } })],
  ]);
  const project = new MiniProject(Object.fromEntries(files) as Record<string, string>); // pairs of texts
  try {
    await project.groundwork(['audit', '--discover', 'apps/*']);
    const { defects, services } = auditSchema.parse(JSON.parse(project.read('reports/output/audit.json')));
    const errors = defects.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ kind, place }) => `${kind} ${place?.file}:${place?.line}`)).toEqual(['variable-missing apps/order-service/index.js:3']);
    expect(services.map(({ name, marks }) => [name, marks.start, marks.wiring])).toEqual([
      ['auth-service', 'ok', 'ok'],
      ['gateway', 'ok', 'ok'],
      ['order-service', 'error', 'ok'],
    ]);
    expect(project.read('reports/output/groundwork.config.proposed.ts')).toContain("routes: ['/api/orders/**']");
  } finally {
    await project.remove();
  }
});

test('what is left of a graph has no circle, and loses nothing where there was none', () => {
  const names = ['a', 'b', 'c', 'd'];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.uniqueArray(fc.constantFrom(...names))), (graph) => {
      const kept = withoutCircles(graph);
      const reaches = (from: string, to: string): boolean => (kept[from] ?? []).some((next) => next === to || reaches(next, to));
      expect(names.filter((name) => reaches(name, name))).toEqual([]);
      expect(withoutCircles(kept)).toEqual(kept);
    }),
  );
});
