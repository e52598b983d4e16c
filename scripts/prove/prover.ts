import path from 'node:path';
import { root } from '../steps';
import { areaOf, fileKeys, staleFiles } from './file-keys';
import { damagesOf, nextRound, ROUND } from './next-round';
import { noteRecording, noteRound } from './note-run';
import { readRecordings, writeRecordings, type Recordings } from './recordings';
import { runSuite } from './run-suite';
import { noticedBy, targetsOf, testsOf, type Wanted } from './targets';

/** Which tests are recorded and tried. */
export interface Scope {
  /** Folders, relative to the repository; all when empty. */
  readonly tests: readonly string[];
  /** Whether a recording holds while its spec file is the same, whatever else has changed. */
  readonly trust: boolean;
}

/** Records what tests ask and damages it, keeping what was learned after every run of the suite. */
export class Prover {
  #recordings: Recordings;
  readonly #file: string;

  constructor(
    private readonly folder: string,
    private readonly tell: (line: string) => void,
  ) {
    this.#file = path.join(folder, 'recordings.json');
    this.#recordings = readRecordings(this.#file);
  }

  get recordings(): Recordings {
    return this.#recordings;
  }

  /** Runs the specs that have no valid recording, without damage, area by area. */
  async record({ tests, trust }: Scope): Promise<void> {
    const keys = fileKeys(root);
    const { routes, files } = this.#recordings;
    const known = Object.entries(files).filter(([file]) => keys[file] !== undefined);
    this.#keep({ routes, files: Object.fromEntries(known) });
    const wanted = staleFiles(keys, files, trust).filter((file) => isIn(tests, file));
    for (const area of new Set(wanted.map(areaOf))) {
      const stale = wanted.filter((file) => areaOf(file) === area);
      const started = Date.now();
      const run = await runSuite(path.join(this.folder, 'run'), { files: stale });
      const own = Object.fromEntries(Object.entries(keys).filter(([file]) => stale.includes(file)));
      this.#keep(noteRecording(this.#recordings, { ...run, keys: own }));
      this.tell(`recorded ${area}: ${run.ended.length} tests ${secondsSince(started)}`);
    }
  }

  /** Damages routes round by round until everything is noticed or tried. */
  async rounds(wanted: Wanted & Scope & { readonly rounds: number }): Promise<void> {
    const targets = targetsOf(this.#recordings, wanted);
    for (let round = 1; round <= wanted.rounds; round += 1) {
      const orders = nextRound(targets, this.#tests(wanted), ROUND);
      if (orders.length === 0) return;
      const started = Date.now();
      const files = [...new Set(orders.map(({ file }) => file))];
      const run = await runSuite(path.join(this.folder, 'run'), { files, orders: damagesOf(orders) });
      this.#keep(noteRound(this.#recordings, run));
      const tests = this.#tests(wanted);
      const noticed = targets.filter((target) => noticedBy(tests, target)).length;
      const done = `${noticed} of ${targets.length} noticed`;
      this.tell(`round ${round}: ${orders.length} wrong answers tried, ${done} ${secondsSince(started)}`);
      if (run.ended.every(({ outcome }) => outcome === 'skipped')) {
        throw new Error(`No test of the round ran; the output is in ${path.join(this.folder, 'run/run.log')}.`);
      }
    }
  }

  #tests({ tests }: Scope) {
    return testsOf(this.#recordings).filter(({ file }) => isIn(tests, file));
  }

  #keep(recordings: Recordings): void {
    this.#recordings = recordings;
    writeRecordings(this.#file, recordings);
  }
}

function isIn(folders: readonly string[], file: string): boolean {
  return folders.length === 0 || folders.some((folder) => file.startsWith(folder));
}

function secondsSince(started: number): string {
  return `(${((Date.now() - started) / 1000).toFixed(1)} s)`;
}
