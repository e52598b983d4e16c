import { readFileSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Kind } from './damager/damage';
import type { Route } from './routes';

/** What came of damaging one route's answer to one test. */
export type Outcome =
  /** The test turned red. */
  | { readonly kind: 'red'; readonly message: string }
  /** The answer was wrong and the test stayed green. */
  | { readonly kind: 'green' }
  /** Nothing was damaged: this time the test did not get that far, or there was nothing to change. */
  | { readonly kind: 'untouched' };

/** How often a test got which kind of answer of a route. */
export interface Answers {
  readonly successes: number;
  readonly bodies: number;
  readonly refusals: number;
}

/** One test: what it asks, and what damage has done to it. */
export interface RecordedTest {
  readonly title: string;
  /** Milliseconds without damage. */
  readonly took: number;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly message?: string;
  /** By the route's name. */
  readonly asked: Readonly<Record<string, Answers>>;
  /** By the target's name, see `nameOfTarget`. */
  readonly tried: Readonly<Record<string, Outcome>>;
}

/** One spec file and the tests in it, by id. */
export interface RecordedFile {
  readonly key: FileKey;
  readonly tests: Readonly<Record<string, RecordedTest>>;
}

/** What a spec file stood on when it was recorded: hashes. */
export interface FileKey {
  /** The file itself. */
  readonly spec: string;
  /** What its area shares, the platform, the page objects and the fixtures. */
  readonly world: string;
}

/** All that is kept between two calls of `npm run prove`. */
export interface Recordings {
  readonly routes: readonly Route[];
  /** By path, relative to the repository. */
  readonly files: Readonly<Record<string, RecordedFile>>;
}

/** One route and one way of answering wrongly. */
export interface Target {
  readonly route: Route;
  readonly kind: Kind;
}

const NOTHING: Recordings = { routes: [], files: {} };

/** Reads what was kept; nothing where there is no file yet. */
export function readRecordings(file: string): Recordings {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Recordings; // written below
  } catch {
    // A file that was cut off is worth no more than none: everything in it can be found out again.
    return NOTHING;
  }
}

/** Keeps the recordings. */
export function writeRecordings(file: string, recordings: Recordings): void {
  writeFileAtomic.sync(path.resolve(file), JSON.stringify(recordings), { fsync: false });
}
