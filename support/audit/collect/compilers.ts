import os from 'node:os';
import type { CompileFacts } from '../model/facts';
import { compile, type CompilePlace } from './compile';
import { compileReferencing, joined, withReferenced } from './compile-references';
import type { ConfigFacts } from './tsconfig-facts';

type Compiled = Promise<CompileFacts | undefined>;

// A compiler takes one core for itself, and half a gigabyte.
const AT_ONCE = Math.min(4, Math.max(2, os.availableParallelism()));

/** Compiles every project once, with those that it stands on, a few at a time. */
export function compilers(place: CompilePlace, configOf: (file: string) => ConfigFacts): (config: ConfigFacts) => Compiled {
  const known = new Map<string, Compiled>();
  const inTurn = turns(AT_ONCE);
  const once = (key: string, work: () => Compiled): Compiled => {
    const outcome = known.get(key) ?? inTurn(work);
    known.set(key, outcome);
    return outcome;
  };
  return (config) => {
    const all = withReferenced(config, configOf);
    if (all.length === 1) return once(config.file, () => compile(config, place));
    // A solution file has no sources of its own.
    const each = all.filter(({ files }) => files.length > 0).map((one) => {
      const others = withReferenced(one, configOf).slice(1);
      return once(`${one.file} among others`, () => compileReferencing(one, others, place));
    });
    return Promise.all(each).then(joined);
  };
}

/** Lets a few pieces of work run at a time, in the order in which they came. */
function turns(atOnce: number): (work: () => Compiled) => Compiled {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      // Whoever waits takes the place over.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
