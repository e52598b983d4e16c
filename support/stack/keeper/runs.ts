import { mkdirSync } from 'node:fs';
import type { Readiness } from '../../readiness/readiness';
import { SecretStore } from '../../secrets/secret-store';
import type { TraceServices } from '../../traces/spans';
import { appendTraces } from '../../traces/trace-file';
import { writeNotReady } from '../not-ready-file';
import { removeStateFile, stateFilePath, writeStateFile } from '../run-registry';
import type { KeeperAccess } from '../stack-state';
import type { Stack } from './stack';
import type { WarmMark } from '../stack-plan';
import { appendToTimeline } from './timeline-file';

/** A run that stands on the stack, and the folder for what is observed during it. */
export interface AttachedRun {
  readonly runId: string;
  readonly logs: string;
}

/** What the files of runs are written from. */
export interface RunsSetting {
  readonly access: KeeperAccess;
  readonly stack: Pick<Stack, 'state' | 'notReady' | 'secrets'>;
  readonly warm?: WarmMark;
}

/**
 * The runs that stand on one stack. Each has files of its own, so that two runs on one warm stack do
 * not write into each other's evidence.
 */
export class Runs {
  readonly #runs = new Map<string, AttachedRun>();
  #warm: WarmMark | undefined;
  #settled = false;

  constructor(
    private readonly setting: RunsSetting,
    private readonly own: AttachedRun,
  ) {
    this.#warm = setting.warm;
    this.#runs.set(own.runId, own);
  }

  /** How many runs stand on a warm stack now. */
  get attached(): number {
    return this.#runs.size - 1;
  }

  /** From now on this run is told what happens; returns its state file. */
  add(run: AttachedRun): string {
    mkdirSync(run.logs, { recursive: true });
    this.#runs.set(run.runId, run);
    for (const { name, readiness } of Object.values(this.setting.stack.state().services)) {
      appendToTimeline(run.logs, { service: name, readiness });
    }
    return this.#hide(this.#write(run));
  }

  /** The run has ended. */
  remove(runId: string): void {
    if (runId !== this.own.runId && this.#runs.delete(runId)) removeStateFile(runId);
  }

  /** All services are ready or given up; returns the state file of the stack itself. */
  settle(): string {
    this.#settled = true;
    return this.#hide(this.#write(this.own));
  }

  /** Services were started anew from other plans. */
  remark(fingerprints: WarmMark['fingerprints']): void {
    if (this.#warm) this.#warm = { ...this.#warm, fingerprints };
    this.refresh();
  }

  /** Writes the state files anew: a service was launched. */
  refresh(): void {
    for (const run of this.#runs.values()) this.#write(run);
  }

  tellReadiness(service: string, readiness: Readiness): void {
    for (const { runId, logs } of this.#runs.values()) {
      appendToTimeline(logs, { service, readiness });
      if (this.#settled) writeNotReady(stateFilePath(runId), this.setting.stack.notReady());
    }
  }

  tellTraces(found: readonly TraceServices[]): void {
    for (const run of this.#runs.values()) appendTraces(run.logs, found);
  }

  /** The stack is gone: its own files go too; runs that still stand on it are told why. */
  end(): void {
    const since = Date.now();
    const evidence = { kind: 'reason', message: 'the warm stack was stopped' } as const;
    const names = Object.keys(this.setting.stack.state().services);
    const down = Object.fromEntries(names.map((name) => [name, { state: 'down', since, evidence } as const]));
    for (const run of this.#runs.values()) {
      if (run === this.own) continue;
      for (const [service, readiness] of Object.entries(down)) appendToTimeline(run.logs, { service, readiness });
      writeNotReady(this.#write(run), down);
    }
    this.#runs.clear();
    removeStateFile(this.own.runId);
  }

  /** What a test does with a secret (`stack.secret`) must not be read in its trace. */
  #hide(stateFile: string): string {
    new SecretStore(stateFile).add(Object.values(this.setting.stack.secrets()));
    return stateFile;
  }

  #write(run: AttachedRun): string {
    const stack = { ...this.setting.stack.state(), ...run };
    const warm = run === this.own ? this.#warm : undefined;
    const secrets = this.setting.stack.secrets();
    const file = writeStateFile({ keeper: this.setting.access, secrets, stack, warm });
    if (this.#settled) writeNotReady(file, this.setting.stack.notReady());
    return file;
  }
}
