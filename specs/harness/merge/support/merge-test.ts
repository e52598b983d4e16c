import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { MiniProject, type Outcome } from '../../support/mini-project';
import { test as base } from '../../support/mini-test';
import type { RunRecord } from '../../../../support/run/run-record';
import { keepRun, mergeFiles } from './sharded-run';

/** What a merge printed and wrote. */
export interface Merged extends Outcome {
  readonly run: RunRecord;
  /** The path of a file that it wrote, in the project's folder. */
  readonly file: (name: string) => string;
}

/** A folder with copies of shards, to be damaged and merged. */
export class Copies {
  readonly #project: MiniProject;
  readonly folder: string;

  constructor(project: MiniProject) {
    this.#project = project;
    this.folder = mkdtempSync(project.path('merge-'));
  }

  /** The path of a copy, or of a file in it. */
  path(name: string): string {
    return path.join(this.folder, 'shards', name);
  }

  /** Copies what a run has left, under another name if one is given; its blob, which takes Playwright a while, only if asked. */
  add(run: string, name = run, blob: 'with its blob' | 'without' = 'without'): this {
    cpSync(this.#project.path(run), this.path(name), { recursive: true });
    if (blob === 'without') rmSync(path.join(this.path(name), 'blob-report'), { recursive: true, force: true });
    return this;
  }

  /** Merges all copies. */
  async merge(args: readonly string[] = ['--no-report']): Promise<Merged> {
    const output = path.join(this.folder, 'merged');
    const outcome = await this.#project.groundwork(['merge', this.path(''), '--output', output, ...args]);
    const file = (name: string): string => path.join(path.relative(this.#project.folder, output), name);
    const text = (): string => this.#project.read(file('run.json'));
    return { ...outcome, file, get run() { return JSON.parse(text()) as RunRecord; } }; // its form has a spec of its own
  }
}

/** Runs of one project, made once a worker: `whole`, `1`, `2`, and shard 1 again: `killed`, `stopped`, `no-set-up`. */
export const test = base.extend<{ copies: Copies }, { project: MiniProject }>({
  project: [
    async ({}, use) => {
      const project = new MiniProject(mergeFiles);
      await keepRun(project, { to: 'whole' });
      const first = ['--shard=1/2'];
      await keepRun(project, { to: '1', args: first });
      await keepRun(project, { to: '2', args: ['--shard=2/2'] });
      const chain = project.read('1/plan.jsonl').split('\n').find((line) => line.includes('chain › c"')) ?? '';
      const of = chain.includes('"shards":[1]') ? 'c' : 'attached';
      await keepRun(project, { to: 'killed', args: first, end: { test: of, signal: 'SIGKILL' } });
      await keepRun(project, { to: 'stopped', args: first, end: { test: of, signal: 'SIGTERM' } });
      await keepRun(project, { to: 'no-set-up', args: first, env: { MINI_SET_UP: 'fail' } });
      await use(project);
      await project.remove();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  copies: async ({ project }, use) => {
    const copies = new Copies(project);
    await use(copies);
    rmSync(copies.folder, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
