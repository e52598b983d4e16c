import { appendFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readJsonLines } from '../../../support/data/json-lines';
import type { Route } from '../routes';
import type { Damage } from './damage';

/** The variable with the folder by which the parts of one run speak with each other. */
export const FOLDER_VARIABLE = 'OFFICINA_PROVE';

/** The test that runs now, and the damage that is done to it. */
export interface Now {
  readonly test: string;
  readonly damage?: Damage;
}

/** One answer of a service while a test ran. */
export interface Asked {
  readonly test: string;
  /** As `nameOfRoute` gives it. */
  readonly route: string;
  /** The true one. */
  readonly status: number;
  readonly hasBody: boolean;
  readonly damaged: boolean;
}

/** How one test ended. */
export interface Ended {
  readonly test: string;
  readonly file: string;
  readonly title: string;
  /** Milliseconds. */
  readonly took: number;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** The first line of what was wrong. */
  readonly message?: string;
}

/** A damage, and the test of the suite that one of the run's tests repeats. */
export interface Assigned extends Damage {
  readonly test: string;
}

/** Which damage is done to which test; tests are left out of the run that have none. */
export interface Orders {
  readonly [test: string]: readonly Damage[];
}

/** The files of one run. Every write is whole or not seen, because others read at any time. */
export class ProveFolder {
  constructor(private readonly folder: string) {}

  now(): Now | undefined {
    return this.#read<Now>('now.json');
  }

  setNow(now: Now | undefined): void {
    if (now) this.#write('now.json', now);
    else rmSync(this.#path('now.json'), { force: true });
  }

  routes(): readonly Route[] | undefined {
    return this.#read<readonly Route[]>('routes.json');
  }

  setRoutes(routes: readonly Route[]): void {
    this.#write('routes.json', routes);
  }

  /** What the run is to do; without it nothing is damaged. */
  orders(): Orders | undefined {
    return this.#read<Orders>('orders.json');
  }

  setOrders(orders: Orders): void {
    this.#write('orders.json', orders);
  }

  /** The damage of every test of the run, by its id in this very run. */
  damages(): Readonly<Record<string, Assigned>> {
    return this.#read<Record<string, Assigned>>('damages.json') ?? {};
  }

  setDamages(damages: Readonly<Record<string, Assigned>>): void {
    this.#write('damages.json', damages);
  }

  noteAsked(asked: Asked): void {
    this.#append(`asked-${process.pid}.jsonl`, asked);
  }

  asked(): readonly Asked[] {
    const files = readdirSync(this.folder).filter((name) => name.startsWith('asked-'));
    return files.flatMap((name) => readJsonLines(this.#path(name)) as Asked[]); // written by `noteAsked`
  }

  noteEnded(ended: Ended): void {
    this.#append('ended.jsonl', ended);
  }

  ended(): readonly Ended[] {
    return readJsonLines(this.#path('ended.jsonl')) as Ended[]; // written by `noteEnded`
  }

  #path(name: string): string {
    return path.join(this.folder, name);
  }

  #append(name: string, line: unknown): void {
    appendFileSync(this.#path(name), `${JSON.stringify(line)}\n`);
  }

  #write(name: string, content: unknown): void {
    const draft = this.#path(`${name}.${process.pid}`);
    writeFileSync(draft, JSON.stringify(content));
    renameSync(draft, this.#path(name));
  }

  #read<T>(name: string): T | undefined {
    try {
      return JSON.parse(readFileSync(this.#path(name), 'utf8')) as T; // written by this class
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }
}

/** The folder of the run that this process is part of; none outside of `npm run prove`. */
export function proveFolder(): ProveFolder | undefined {
  const folder = process.env[FOLDER_VARIABLE];
  return folder ? new ProveFolder(folder) : undefined;
}
