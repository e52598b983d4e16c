import { parse } from 'dotenv';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { field } from '../../data/field';
import { environmentFiles } from '../../environment/load-environment';
import { contentOf } from '../../launchers/container/images';
import { bundleMock } from '../../launchers/mock/bundle';
import type { ServicePlan, StackPlan } from '../stack-plan';
import type { MarkParts } from './fingerprint';

/** Reads what a plan's mark is made from: programs, `.env` files, this package's own version. */
export function collectParts(plan: StackPlan): MarkParts {
  return {
    version: ownVersion(),
    programs: Object.fromEntries(plan.services.map((service) => [service.name, hashOfProgram(service)])),
    environment: environmentOf(plan.root),
  };
}

/** The files that a command names, and those that the manifest says belong to the service. */
function hashOfProgram({ launch }: ServicePlan): string {
  if (launch.kind === 'container') return contentOf(launch);
  if (launch.kind === 'attached' || launch.kind === 'none') return '';
  if (launch.kind === 'mock') return bundleMock(launch.module, launch.root).fingerprint;
  // The interpreter is known by its version.
  const named = launch.command.filter((part) => part !== process.execPath).map((part) => path.resolve(launch.cwd, part));
  const more = globSync([...launch.inputs], { cwd: launch.cwd, absolute: true }).sort();
  const hash = createHash('sha256').update(process.version);
  for (const file of [...named, ...more].filter(isFile)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}

function environmentOf(root: string): Readonly<Record<string, string | undefined>> {
  const names = environmentFiles(root)
    .filter(existsSync)
    .flatMap((file) => Object.keys(parse(readFileSync(file))));
  const own = [...new Set(names)].filter((name) => !name.startsWith('GROUNDWORK_')).sort();
  return Object.fromEntries(own.map((name) => [name, process.env[name]]));
}

function ownVersion(): string {
  const version = field(JSON.parse(readFileSync(require.resolve('groundwork-e2e/package.json'), 'utf8')), 'version');
  return String(version);
}
