import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../../../fixtures';
import { BACKEND_SERVICES } from '../access/support/services';

const CONTRACTS = path.join(__dirname, '..', '..', '..', 'platform', 'contracts');

test.describe('contracts', { tag: '@area:smoke' }, () => {
  for (const service of BACKEND_SERVICES) {
    test(`the kept document of ${service} is the one that it serves`, { tag: [`@needs:${service}`, `@real:${service}`] }, async ({ request, stack }) => {
      const kept: unknown = JSON.parse(readFileSync(path.join(CONTRACTS, `${service}.json`), 'utf8'));
      const served: unknown = await (await request.get(`${stack.url(service)}/openapi.json`)).json();
      expect(served, 'make it anew by "npm run contracts"').toEqual(kept);
    });
  }
});
