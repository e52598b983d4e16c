import { mkdirSync } from 'node:fs';
import type { PlatformManifest } from '../../manifest/schema';
import type { PlatformFacts, ServiceFacts } from '../model/facts';
import type { SourceFacts } from '../model/source-facts';
import type { CompilePlace } from './compile';
import { compilers } from './compilers';
import { committedEnv } from './folder-facts';
import { readPackage } from './package-facts';
import { collectService, type Sharing } from './service-facts';
import { placesOf } from './service-place';
import { moduleTypes } from './typescript-facts';
import { configReader } from './tsconfig-facts';

/** Finds out all about a platform's services that can be known without starting one. */
export async function collectPlatform(manifest: PlatformManifest, place: CompilePlace): Promise<PlatformFacts> {
  mkdirSync(place.cache, { recursive: true });
  const { root } = place;
  const configOf = configReader();
  const sharing: Sharing = {
    root,
    buildCommand: manifest.build?.command,
    known: new Map<string, SourceFacts>(),
    committed: await committedEnv(root),
    isModule: moduleTypes(root),
    configOf,
    compileOnce: compilers(place, configOf),
  };
  const services = await Promise.all(placesOf(manifest, root).map((one) => collectService(one, sharing)));
  const rootPackage = readPackage(root);
  return {
    root,
    node: process.version,
    inherited: Object.keys(process.env),
    buildCommand: manifest.build?.command,
    rootPackage: rootPackage.kind === 'read' ? rootPackage : undefined,
    services: services satisfies readonly ServiceFacts[],
  };
}
