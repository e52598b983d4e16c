import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { PlatformManifest } from '../../manifest/schema';
import type { CompileFacts, PlatformFacts, ServiceFacts } from '../model/facts';
import type { SourceFacts } from '../model/source-facts';
import { compile, type CompilePlace } from './compile';
import { committedEnv } from './folder-facts';
import { readPackage } from './package-facts';
import { collectService, type Sharing } from './service-facts';
import { placesOf } from './service-place';
import { moduleTypes } from './typescript-facts';
import { configReader, type ConfigFacts } from './tsconfig-facts';

// A compiler takes one core for itself, and half a gigabyte.
const COMPILERS_AT_ONCE = Math.min(4, Math.max(2, os.availableParallelism()));

/** Finds out all about a platform's services that can be known without starting one. */
export async function collectPlatform(manifest: PlatformManifest, place: CompilePlace): Promise<PlatformFacts> {
  mkdirSync(place.cache, { recursive: true });
  const { root } = place;
  const sharing: Sharing = {
    root,
    buildCommand: manifest.build?.command,
    known: new Map<string, SourceFacts>(),
    committed: await committedEnv(root),
    isModule: moduleTypes(root),
    configOf: configReader(),
    compileOnce: onceEach(place),
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

/** Compiles every project once, a few at a time. */
function onceEach(place: CompilePlace): (config: ConfigFacts) => Promise<CompileFacts | undefined> {
  const known = new Map<string, Promise<CompileFacts | undefined>>();
  const waiting: (() => void)[] = [];
  let free = COMPILERS_AT_ONCE;
  const inTurn = async (config: ConfigFacts) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await compile(config, place);
    } finally {
      // Whoever waits takes the place over.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
  return (config) => {
    const file = path.normalize(config.file);
    const outcome = known.get(file) ?? inTurn(config);
    known.set(file, outcome);
    return outcome;
  };
}
