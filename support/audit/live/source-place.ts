import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';
import { readText } from '../collect/read-text';
import type { ServiceFacts } from '../model/facts';
import type { Place } from '../model/finding';
import type { Failure } from './parse-failure';

/** The place in the sources, where compiled output names one: by its source map, else by what the compiler emits. */
export function sourcePlaceOf(service: ServiceFacts, place: Failure['place']): Place | undefined {
  if (!place) return undefined;
  const mapped = byMap(place);
  if (mapped) return mapped;
  const source = service.project?.compile?.emitted.get(place.file)?.source;
  return source ? { file: source, line: 1 } : { file: place.file, line: place.line };
}

function byMap({ file, line, column }: NonNullable<Failure['place']>): Place | undefined {
  const read = readText(`${file}.map`, 64 * 1024 * 1024);
  if (read.kind !== 'text') return undefined;
  try {
    const map = new SourceMap(JSON.parse(read.text) as SourceMapPayload); // a source map, by its name
    const entry = map.findEntry(line - 1, column - 1);
    if (!('originalSource' in entry)) return undefined;
    return { file: path.resolve(path.dirname(file), entry.originalSource), line: entry.originalLine + 1 };
  } catch {
    return undefined;
  }
}
