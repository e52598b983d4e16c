import { constants, copyFileSync, existsSync, linkSync, mkdirSync, opendirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isFullDisk } from '../../support/errors/full-disk';
import type { ToldTest } from '../../support/merge/collect-tests';
import type { MergeProblem } from '../../support/merge/problem';
import type { ShardFolder } from '../../support/merge/read-shard';
import type { RunRecord, TestRecord } from '../../support/run/run-record';
import { markResult, testIdOf, type AllureResult } from '../allure/mark-results';
import { writeMissingResults, type MissingResult } from '../allure/missing-results';

/** The merged run, and where its results go. */
export interface Gathering {
  readonly results: string;
  readonly run: RunRecord;
  readonly told: ReadonlyMap<string, readonly ToldTest[]>;
}

/** Files that every folder has under the same name: they are made anew for all together. */
const OF_THE_FOLDER: ReadonlySet<string> = new Set(['environment.properties', 'categories.json', 'executor.json', 'history']);

/**
 * Lays the results of shards into one folder, one file after the other: attachments are linked (copied where
 * that cannot be), results are marked anew with what is known of all shards. Only one result is ever in memory.
 */
export class ResultsGatherer {
  readonly #gathering: Gathering;
  readonly #causes: ReadonlyMap<string, RunRecord['causes'][number]>;
  /** The tests that have a result, by shard. */
  readonly #seen = new Map<number, Set<string>>();
  /** Names of set-up and teardown projects. */
  readonly #serving = new Set<string>();
  /** What is damaged of what the shards have left. */
  readonly problems: MergeProblem[] = [];

  constructor(gathering: Gathering) {
    this.#gathering = gathering;
    this.#causes = new Map(gathering.run.causes.map((cause) => [cause.id, cause]));
    mkdirSync(gathering.results, { recursive: true });
  }

  /** @throws Error when the disk is full. */
  add(shard: ShardFolder): void {
    for (const project of shard.manifest.serving) this.#serving.add(project);
    const folder = path.join(shard.folder, 'allure-results');
    if (!existsSync(folder)) return;
    const renamed = new Map<string, string>();
    // Attachments first: one whose name another shard has used is renamed, and its results must say so.
    this.#each(folder, (name) => !name.endsWith('.json'), (name) => this.#link(folder, name, { shard, renamed }));
    this.#each(folder, (name) => name.endsWith('.json'), (name) => this.#addJson(folder, name, { shard, renamed }));
  }

  #each(folder: string, isMeant: (name: string) => boolean, act: (name: string) => void): void {
    const entries = opendirSync(folder);
    try {
      for (let entry = entries.readSync(); entry; entry = entries.readSync()) {
        if (entry.isFile() && isMeant(entry.name) && !OF_THE_FOLDER.has(entry.name)) act(entry.name);
      }
    } finally {
      entries.closeSync();
    }
  }

  #link(folder: string, name: string, { shard, renamed }: Source): void {
    const from = path.join(folder, name);
    const free = this.#freeName(name, shard);
    if (free !== name) renamed.set(name, free);
    const to = path.join(this.#gathering.results, free);
    try {
      linkSync(from, to);
    } catch (error) {
      if (isFullDisk(error)) throw error;
      copyFileSync(from, to, constants.COPYFILE_FICLONE);
    }
  }

  #freeName(name: string, { manifest }: ShardFolder): string {
    return existsSync(path.join(this.#gathering.results, name)) ? `shard-${manifest.shard.current}-${name}` : name;
  }

  #addJson(folder: string, name: string, source: Source): void {
    const from = path.join(folder, name);
    const text = readFileSync(from, 'utf8');
    const value = parse(text);
    const { current } = source.shard.manifest.shard;
    if (value === undefined) {
      const message = `${path.relative(process.cwd(), from)} is cut off or no JSON: it was left out.`;
      this.problems.push({ kind: 'damaged', shard: current, message });
      return;
    }
    const named = [...source.renamed].reduce((now, [old, free]) => now.replaceAll(`"${old}"`, `"${free}"`), text);
    const isResult = name.endsWith('-result.json');
    const written = isResult ? JSON.stringify(this.#marked(parse(named) ?? value, source.shard)) : named;
    writeFileSync(path.join(this.#gathering.results, this.#freeName(name, source.shard)), written);
  }

  #marked(result: AllureResult, { manifest }: ShardFolder): AllureResult {
    const id = testIdOf(result);
    const { current, total } = manifest.shard;
    const record = id === undefined ? undefined : this.#recordOf(id, current);
    if (id !== undefined) this.#seenOf(current).add(id);
    const isServing = result.parameters?.some(({ name, value }) => name === 'Project' && this.#serving.has(value));
    // Else the same set-up in two shards would be one test with a retry, and its failure would be hidden.
    const shard = isServing ? [{ name: 'Shard', value: `${current} of ${total}` }] : [];
    const own = { ...result, parameters: [...(result.parameters ?? []), ...shard] };
    return record ? markResult(own, { record, cause: this.#causes.get(record.cause ?? ''), keepsId: false }) : own;
  }

  #seenOf(shard: number): Set<string> {
    const seen = this.#seen.get(shard) ?? new Set();
    this.#seen.set(shard, seen);
    return seen;
  }

  /** Call it last: writes a result for all that shards tell of, and have left none of. */
  addMissing(total: number): void {
    const missing = [...this.#gathering.told].flatMap(([id, told]) =>
      told.flatMap(({ shard, record }): readonly MissingResult[] => {
        const test = this.#seen.get(shard)?.has(id) ? undefined : this.#recordOf(id, shard);
        if (!test) return [];
        return [{ test, ...(this.#serving.has(record.project) ? { shard: `${shard} of ${total}` } : {}) }];
      }),
    );
    writeMissingResults(this.#gathering.results, this.#gathering.run, missing);
  }

  /** What this shard tells of the test, with the cause that it has in the merged run. */
  #recordOf(id: string, shard: number): TestRecord | undefined {
    const told = this.#gathering.told.get(id)?.find((one) => one.shard === shard)?.record;
    const isHeld = told?.verdict === 'failed' || told?.verdict === 'blocked' || told?.verdict === 'unknown';
    return told && { ...told, cause: isHeld ? this.#causeOf.get(id) : undefined };
  }

  get #causeOf(): ReadonlyMap<string, string | undefined> {
    this.#causeIds ??= new Map(this.#gathering.run.tests.map(({ id, cause }) => [id, cause]));
    return this.#causeIds;
  }

  #causeIds: ReadonlyMap<string, string | undefined> | undefined;
}

interface Source {
  readonly shard: ShardFolder;
  /** Attachments of this shard under their new names. */
  readonly renamed: Map<string, string>;
}

function parse(text: string): AllureResult | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
