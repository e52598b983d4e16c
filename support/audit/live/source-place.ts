import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';
import { readText } from '../collect/read-text';
import type { ServiceFacts } from '../model/facts';
import type { Place } from '../model/finding';
import type { Failure, Frame } from './parse-failure';

/** Where an error happened, in the sources: the first frame that is no package's. */
export function sourcePlaceOf(service: ServiceFacts, failure: Failure | undefined): Place | undefined {
  return placesOf(service, failure)[0];
}

/** Where a migration failed: the first frame in a file of migrations, else as of any error. */
export function migrationPlaceOf(service: ServiceFacts, failure: Failure | undefined): Place | undefined {
  const places = placesOf(service, failure);
  const own = places.filter(({ file }) => file.startsWith(service.place.folder + path.sep));
  return own.find(({ file }) => /migrat/i.test(file)) ?? places[0];
}

/** By source maps, else by what the compiler emits. */
function placesOf(service: ServiceFacts, failure: Failure | undefined): readonly Place[] {
  const places = (failure?.frames ?? []).map((frame) => {
    const mapped = byMap(frame);
    if (mapped) return mapped;
    const source = service.project?.compile?.emitted.get(frame.file)?.source;
    return source ? { file: source, line: 1 } : { file: frame.file, line: frame.line };
  });
  return places.filter(({ file }) => !file.includes(`${path.sep}node_modules${path.sep}`));
}

const maps = new Map<string, SourceMap | undefined>();

function byMap({ file, line, column }: Frame): Place | undefined {
  const map = maps.has(file) ? maps.get(file) : readMap(file);
  maps.set(file, map);
  const entry = map?.findEntry(line - 1, column - 1);
  if (!entry || !('originalSource' in entry)) return undefined;
  return { file: path.resolve(path.dirname(file), entry.originalSource), line: entry.originalLine + 1 };
}

function readMap(file: string): SourceMap | undefined {
  const read = readText(`${file}.map`, 64 * 1024 * 1024);
  if (read.kind !== 'text') return undefined;
  try {
    return new SourceMap(JSON.parse(read.text) as SourceMapPayload); // a source map, by its name
  } catch {
    return undefined;
  }
}
