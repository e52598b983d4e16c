import type { Finding } from '../model/finding';
import type { PlatformFacts } from '../model/facts';
import { checkBuild } from './build';
import { checkDependencies } from './dependencies';
import { checkHygiene } from './hygiene';
import { checkImports } from './imports';
import { checkMigrations } from './migrations';
import { checkModules } from './modules';
import { checkPackage } from './package';
import { checkTypes } from './types';
import { checkVariables } from './variables';
import { checkVersions } from './versions';
import { checkWiring } from './wiring';

const OF_A_SERVICE = [checkPackage, checkDependencies, checkBuild, checkImports, checkModules, checkVariables, checkMigrations, checkHygiene];
const OF_ALL = [checkVersions, checkTypes, checkWiring];

/** All that can be said of services without starting them. */
export function checkAll(platform: PlatformFacts): readonly Finding[] {
  const single = platform.services.flatMap((service) => OF_A_SERVICE.flatMap((check) => check(service, platform)));
  return [...single, ...OF_ALL.flatMap((check) => check(platform))];
}
