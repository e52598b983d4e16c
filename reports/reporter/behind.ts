import type { TestCase, TestResult, TestStep } from '@playwright/test/reporter';
import { readFileSync } from 'node:fs';
import { asksIn, type SourceAsks } from '../../support/causes/behind/asks-of-tests';
import { missingElement } from '../../support/causes/behind/missing-element';
import { secondCauses, tellAbsent, tellCircled, tellMocked, type PageFacts } from '../../support/causes/behind/second-causes';
import type { Observation } from '../../support/evidence/observation';
import type { TestRecord } from '../../support/run/run-record';

/** A finished run's tests with their records, and what they saw on the network. */
export interface BehindQuestion {
  readonly tests: readonly TestCase[];
  readonly records: readonly TestRecord[];
  readonly observations: ReadonlyMap<string, readonly Observation[]>;
}

/**
 * What each failed or blocked test would meet behind its present cause, in words, by test id: told by what
 * this run has shown and by the test's own source.
 */
export function behindOf({ tests, records, observations }: BehindQuestion): ReadonlyMap<string, readonly string[]> {
  const verdicts = new Map(records.map(({ id, verdict }) => [id, verdict]));
  const failed = tests.filter(({ id }) => verdicts.get(id) === 'failed');
  const seenBy = (id: string) => observations.get(id) ?? [];
  const mockedBy = (id: string) => seenBy(id).flatMap((one) => one.mocked ?? []);
  const circledBy = (id: string) => seenBy(id).flatMap((one) => (one.circled ? [tellCircled(one.circled)] : []));
  const missing = new Set(failed.flatMap((test) => test.results.flatMap(missingIn)));
  const mocked = new Set(failed.flatMap(({ id }) => mockedBy(id)));
  // Most runs have nothing of this, and then no source is read.
  if (missing.size + mocked.size === 0 && failed.every(({ id }) => circledBy(id).length === 0)) return new Map();
  const sources = new Sources();
  const found = new Set(tests.flatMap(({ results }) => results.flatMap((result) => foundIn(result.steps, sources))));
  const facts: PageFacts = { missing, found, snapshots: failed.flatMap(({ results }) => results.flatMap(snapshotsOf)), mocked };
  const held = tests.filter(({ id }) => verdicts.get(id) === 'failed' || verdicts.get(id) === 'blocked');
  return new Map(
    held.map(({ id, location, results }) => {
      const present = results.flatMap(missingIn).map(tellAbsent);
      const met = [...circledBy(id), ...mockedBy(id).map(tellMocked)];
      const ahead = secondCauses(sources.of(location.file).ofTest(location.line), facts);
      return [id, [...new Set([...met, ...ahead])].filter((one) => !present.includes(one))];
    }),
  );
}

/** The sources of specs, each read and parsed once. */
class Sources {
  readonly #parsed = new Map<string, SourceAsks>();

  of(file: string): SourceAsks {
    const known = this.#parsed.get(file) ?? asksIn(textOf(file));
    this.#parsed.set(file, known);
    return known;
  }
}

function missingIn({ errors }: TestResult): readonly string[] {
  return errors.flatMap(({ message = '' }) => missingElement(message) ?? []);
}

const NEGATIVE = /\bnot\b|toBeHidden|toHaveCount|toBeAttached/;

/** The elements of steps that have passed, by what stands on their lines. */
function foundIn(steps: readonly TestStep[], sources: Sources): readonly string[] {
  return steps.flatMap(({ error, title, category, location, steps: inner }) => {
    const isProof = !error && location && (category === 'pw:api' || category === 'expect') && !NEGATIVE.test(title);
    const own = isProof ? sources.of(location.file).ofLine(location.line).elements : [];
    return [...own, ...foundIn(inner, sources)];
  });
}

/** The page at the failure, from the context that Playwright attaches. */
function snapshotsOf({ attachments }: TestResult): readonly string[] {
  const contexts = attachments.filter(({ name }) => name === 'error-context');
  return contexts.flatMap(({ path }) => /# Page snapshot\s+```yaml\n([\s\S]*?)```/.exec(path ? textOf(path) : '')?.[1] ?? []);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
