import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contractTypes } from '../../../scripts/contract-types';

const CONTRACTS = path.join(__dirname, '..', '..', '..', 'platform', 'contracts');

for (const name of readdirSync(CONTRACTS).filter((file) => file.endsWith('.json'))) {
  test(`the types of ${name} are those of the document`, async () => {
    const types = readFileSync(path.join(CONTRACTS, name.replace('.json', '.d.ts')), 'utf8');
    expect(types, 'make them anew by "npm run contracts"').toBe(await contractTypes(readFileSync(path.join(CONTRACTS, name), 'utf8')));
  });
}
