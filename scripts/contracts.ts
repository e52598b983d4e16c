// Writes platform/contracts: the OpenAPI document of each service of Officina, and the types made of it.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
// Compiled: the keeper is a program of its own and does not run from TypeScript.
import { startStack } from '../dist/support/stack/start-stack';
import { loadPlatform } from '../dist/support/cli/load-platform';
import { preparePlan } from '../dist/support/stack/prepare-plan';
import { fetchContract, contractText } from '../dist/support/mocks/verify/contract';
import { contractTypes } from './contract-types';

const root = path.join(__dirname, '..');
const folder = path.join(root, 'platform', 'contracts');

async function main(): Promise<void> {
  const stack = await startStack(await preparePlan(loadPlatform(root), undefined, 'contracts'));
  try {
    mkdirSync(folder, { recursive: true });
    for (const { name, url } of Object.values(stack.state.services)) {
      if (!url.startsWith('http') || name === 'database') continue;
      const contract = await fetchContract(`${url}/openapi.json`).catch(() => undefined);
      if (!contract) continue;
      const text = contractText(contract);
      writeFileSync(path.join(folder, `${name}.json`), text);
      writeFileSync(path.join(folder, `${name}.d.ts`), await contractTypes(text));
      console.log(`${name}: ${Object.keys(contract.paths).length} paths`);
    }
  } finally {
    await stack.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
