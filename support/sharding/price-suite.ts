import { median } from '../data/median';
import type { KnownTests } from '../history/known-tests';
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
/** Of a test that the history does not know. */
const NO_ROW = -1;

/** Prices a suite by its history: what each unit and each start of a worker is expected to take. */
export function priceSuite(facts: SuiteFacts, history: KnownTests): Pricing {
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

function countTests({ units }: SuiteFacts): number {
  return units.reduce((count, { tests }) => count + tests.length, 0);
}

function eachTest({ units }: SuiteFacts, work: (test: TestFacts, index: number, unit: UnitFacts) => void): void {
  let index = 0;
  for (const unit of units) for (const test of unit.tests) work(test, index++, unit);
}

function knownPrices(facts: SuiteFacts, history: KnownTests): Known {
  const missing: SoughtTest[] = [];
  const rows = new Int32Array(countTests(facts));
  eachTest(facts, ({ id, title }, index, { file, project }) => {
    const row = history.rowOf(id);
    rows[index] = row ?? NO_ROW;
    if (row === undefined) missing.push({ id, title, file, project: facts.projects[project]?.name ?? '' });
  });
  const used = new Set(missing.length > 0 ? rows : []);
  const found = findHistory(history, { tests: missing, used, isWhole: facts.isWhole });
  const unknown = (): Float64Array => new Float64Array(rows.length).fill(NaN);
  const known = { ms: unknown(), full: unknown(), around: unknown() };
  eachTest(facts, ({ id }, index) => {
    const own = rows[index] ?? NO_ROW;
    const row = own === NO_ROW ? found.get(id) : own;
    if (row === undefined) return;
    const { ms = NaN, fullMs = NaN, aroundMs = NaN } = priceOf(history.times(row));
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
    const from = index;
    index += unit.tests.length;
    const usual = (times: keyof TypicalPrices): number | undefined => typical()[times].typical(placeOf(facts, unit));
    const priced = (times: Float64Array, otherwise: (at: number) => number): readonly number[] =>
      unit.tests.map(({ skipped }, at) => {
        const ms = times[from + at];
        if (skipped) return 0;
        return isKnown(ms) ? ms : otherwise(at);
      });
    const full = priced(known.full, () => usual('full') ?? UNKNOWN_MS);
    const tests = priced(known.ms, (at) => full[at] ?? 0);
    const around = priced(known.around, () => usual('around') ?? 0);
    const { project, seen, locks } = unit;
    const hooksMs = unit.pool === undefined ? sum(around) : (median(around) ?? 0);
    const pool = unit.pool === undefined ? undefined : numberOf(pools, unit.pool);
    const worker = numberOf(workers, unit.worker);
    return { project, worker, seen, pool, tests, hooksMs, fullMs: sum(full), locks, with: unit.with };
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
function pricedProjects({ projects }: SuiteFacts, history: KnownTests): PricedSuite['projects'] {
  const starts = new PriceBook();
  for (const row of history.rows()) {
    const { start } = history.times(row);
    if (start === undefined) continue;
    const { project } = history.name(row);
    starts.note({ file: project, project }, start);
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
