import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { field } from '../data/field';
import { describeError } from '../errors/describe-error';
import { runFile } from '../run/run-file';
import type { RunRecord } from '../run/run-record';
import { readJournal, type JournalTest } from './journal';
import { plannedTestsFile } from './planned-test';
import type { MergeProblem } from './problem';
import { MANIFEST_NAME, readManifest, type ShardManifest } from './shard-manifest';

/** What could be read of a shard's folder. */
export interface ShardFolder {
  readonly folder: string;
  readonly manifest: ShardManifest;
  /** Missing when the shard was cut off, or its record is damaged. */
  readonly run: RunRecord | undefined;
  readonly journal: ReadonlyMap<string, JournalTest>;
  /** Size of its plan in bytes: shards of one plan have the same. */
  readonly planBytes: number;
  /** What is wrong with its files. */
  readonly problems: readonly MergeProblem[];
}

/** Reads a shard's folder; `manifest` is missing where nothing tells which shard it was. */
export async function readShard(folder: string): Promise<ShardFolder | { readonly problems: readonly MergeProblem[] }> {
  const damage = new Damage(folder);
  const own = damage.attempt(MANIFEST_NAME, () => readManifest(folder));
  const record = existsSync(runFile(folder)) ? damage.attempt('run.json', () => parseRun(folder)) : undefined;
  const manifest = own ?? (record && manifestOf(record));
  if (!manifest) return { problems: damage.problems };
  // Of an earlier run in the same folder: a shard that was killed has none of its own.
  const run = record?.id === manifest.runId ? record : undefined;
  if (!run && manifest.state === 'ended' && !damage.isOf('run.json')) damage.tell('run.json', 'is missing, though the shard has ended');
  const journal = await readOrTell(folder, damage, manifest.done ?? 0);
  const planBytes = statSync(plannedTestsFile(folder), { throwIfNoEntry: false })?.size ?? 0;
  const problems = damage.problems.map((problem) => ({ ...problem, shard: manifest.shard.current }));
  return { folder, manifest, run, journal, planBytes, problems };
}

/** @param done how many tests have ended, by the manifest */
async function readOrTell(folder: string, damage: Damage, done: number): Promise<ShardFolder['journal']> {
  try {
    const { tests, isDamaged } = await readJournal(folder);
    const ended = [...tests.values()].filter(({ attempts }) => attempts.some(({ status }) => status !== 'interrupted')).length;
    if (isDamaged) damage.tell('journal.jsonl', 'has lines that cannot be read');
    else if (ended < done) damage.tell('journal.jsonl', `is cut off: it tells of ${ended} tests, and ${done} have ended`);
    return tests;
  } catch (error) {
    damage.tell('journal.jsonl', `cannot be read: ${describeError(error)}`);
    return new Map();
  }
}

/** What is wrong with the files of one folder. */
class Damage {
  readonly problems: MergeProblem[] = [];
  readonly #folder: string;
  readonly #files = new Set<string>();

  constructor(folder: string) {
    this.#folder = path.relative(process.cwd(), folder) || '.';
  }

  tell(file: string, what: string): void {
    this.#files.add(file);
    this.problems.push({ kind: 'damaged', message: `${path.join(this.#folder, file)} ${what}.` });
  }

  isOf(file: string): boolean {
    return this.#files.has(file);
  }

  attempt<T>(file: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      const why = error instanceof SyntaxError ? 'it is cut off or no JSON' : (describeError(error).split('\n')[0] ?? '');
      this.tell(file, `cannot be read: ${why}`);
      return undefined;
    }
  }
}

/** @throws Error when it is cut off, or none of this version. */
function parseRun(folder: string): RunRecord {
  const run: unknown = JSON.parse(readFileSync(runFile(folder), 'utf8'));
  if (field(run, 'version') !== 1 || !Array.isArray(field(run, 'tests'))) throw new Error('it is no record of this version');
  return run as RunRecord; // written by the reporter
}

/** What a damaged manifest would have said, as far as the record of the run tells it. */
function manifestOf(run: RunRecord): ShardManifest | undefined {
  const { shard, id, platform, startedAt, services, tests } = run;
  if (!shard) return undefined;
  return {
    version: 1,
    state: 'ended',
    runId: id,
    platform,
    startedAt,
    shard: { ...shard, plannedMs: [...shard.plannedMs] },
    whole: false,
    blocked: 'fail',
    qualityGate: [],
    suite: 0,
    planned: tests.length,
    serving: [],
    services: services.map(({ name, launcher, readiness }) => ({ name, launcher, state: readiness.state })),
    status: 'passed',
  };
}
