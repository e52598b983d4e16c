import { median } from '../data/median';
import type { History, HistoryEntry } from '../history/history';
import { findHistory, type SoughtTest } from './find-history';
import { priceOf, PriceBook, type Place } from './price-book';
import type { PricedSuite, PricedUnit } from './priced-suite';
import type { SuiteFacts, TestFacts, UnitFacts } from './suite-facts';

/** A suite with its prices, and how much of it the history knows. */
export interface Pricing {
  readonly suite: PricedSuite;
  /** Tests with a history of their own ÷ tests that run; 1 when there are none. */
  readonly coverage: number;
}

/** What a test takes when nothing at all is known: then all tests are alike. */
const UNKNOWN_MS = 1_000;

/** Prices a suite by its history: what each unit and each start of a worker is expected to take. */
export function priceSuite(facts: SuiteFacts, history: History): Pricing {
  const known = knownPrices(facts, history);
  let running = 0;
  let covered = 0;
  eachTest(facts, ({ skipped }, index) => {
    if (skipped) return;
    running += 1;
    if (isKnown(known.ms[index])) covered += 1;
  });
  return {
    suite: { workers: facts.workers, projects: pricedProjects(facts, history), units: pricedUnits(facts, known) },
    coverage: running === 0 ? 1 : covered / running,
  };
}

/** Times by place of the test in the suite; `NaN` where nothing is known. In arrays, because there may be very many. */
interface Known {
  readonly ms: Float64Array;
  readonly full: Float64Array;
  readonly around: Float64Array;
}

function isKnown(ms: number | undefined): ms is number {
  return ms !== undefined && !Number.isNaN(ms);
}

function eachTest({ units }: SuiteFacts, work: (test: TestFacts, index: number, unit: UnitFacts) => void): void {
  let index = 0;
  for (const unit of units) for (const test of unit.tests) work(test, index++, unit);
}

function knownPrices(facts: SuiteFacts, history: History): Known {
  const missing: SoughtTest[] = [];
  const entries: (HistoryEntry | undefined)[] = [];
  eachTest(facts, ({ id, title }, _, { file, project }) => {
    const entry = history[id];
    entries.push(entry);
    if (!entry) missing.push({ id, title, file, project: facts.projects[project]?.name ?? '' });
  });
  const used = new Set(missing.length > 0 ? entries.filter((entry) => entry !== undefined) : []);
  const found = findHistory(history, { tests: missing, used, isWhole: facts.isWhole });
  const unknown = (): Float64Array => new Float64Array(entries.length).fill(NaN);
  const known = { ms: unknown(), full: unknown(), around: unknown() };
  eachTest(facts, ({ id }, index) => {
    const entry = entries[index] ?? found.get(id);
    if (!entry) return;
    const { ms = NaN, fullMs = NaN, aroundMs = NaN } = priceOf(entry);
    known.ms[index] = ms;
    known.full[index] = fullMs;
    known.around[index] = aroundMs;
  });
  return known;
}

function pricedUnits(facts: SuiteFacts, known: Known): readonly PricedUnit[] {
  const typical = typicalPrices(facts, known);
  const workers = new Map<string, number>();
  const pools = new Map<string, number>();
  let index = 0;
  return facts.units.map((unit): PricedUnit => {
    const tests: number[] = [];
    const around: number[] = [];
    let fullMs = 0;
    for (const { skipped } of unit.tests) {
      const [ms, own, hooks] = [known.ms[index], known.full[index], known.around[index]];
      index += 1;
      const full = skipped ? 0 : isKnown(own) ? own : (typical().full.typical(placeOf(facts, unit)) ?? UNKNOWN_MS);
      fullMs += full;
      tests.push(skipped ? 0 : isKnown(ms) ? ms : full);
      around.push(skipped ? 0 : isKnown(hooks) ? hooks : (typical().around.typical(placeOf(facts, unit)) ?? 0));
    }
    const { project, seen, locks } = unit;
    const hooksMs = unit.pool === undefined ? sum(around) : (median(around) ?? 0);
    const pool = unit.pool === undefined ? undefined : numberOf(pools, unit.pool);
    return { project, worker: numberOf(workers, unit.worker), seen, pool, tests, hooksMs, fullMs, locks, with: unit.with };
  });
}

function placeOf(facts: SuiteFacts, { file, project }: UnitFacts): Place {
  return { file, project: facts.projects[project]?.name ?? '' };
}

interface TypicalPrices {
  readonly full: PriceBook;
  readonly around: PriceBook;
}

/** Made when first asked for: where every test has its history, nobody does. */
function typicalPrices(facts: SuiteFacts, known: Known): () => TypicalPrices {
  let books: TypicalPrices | undefined;
  return () => {
    if (books) return books;
    const made = { full: new PriceBook(), around: new PriceBook() };
    eachTest(facts, (_, index, unit) => {
      const [full, around] = [known.full[index], known.around[index]];
      if (isKnown(full)) made.full.note(placeOf(facts, unit), full);
      if (isKnown(around)) made.around.note(placeOf(facts, unit), around);
    });
    books = made;
    return made;
  };
}

/** Starts are never guessed: without any measurement they are the same nothing for all. */
function pricedProjects({ projects }: SuiteFacts, history: History): PricedSuite['projects'] {
  const starts = new PriceBook();
  for (const id in history) {
    const { start, project = '' } = history[id] ?? {};
    if (start !== undefined) starts.note({ file: project, project }, start);
  }
  return projects.map((project) => ({ ...project, startMs: starts.typical({ file: project.name, project: project.name }) ?? 0 }));
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
