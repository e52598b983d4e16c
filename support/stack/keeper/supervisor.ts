import { setTimeout as sleep } from 'node:timers/promises';
import { launchProcess, type LaunchedProcess } from '../../launchers/process/process-launcher';
import type { Evidence, ProbeResult, Readiness } from '../../readiness/readiness';
import { isFree } from '../ports';
import type { ServicePlan } from '../stack-plan';
import { pollPace, WATCH_PACE } from './poll-pace';
import { probeService } from './probe-service';

/** What a supervisor is given by the keeper: the port, the filled-in values, and who listens. */
export interface SupervisorSetting {
  readonly port: number;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly onChange: (readiness: Readiness) => void;
  readonly onLaunch: () => void;
}

/** Starts one service, watches it, and stops it. */
export class Supervisor {
  #readiness: Readiness = { state: 'starting', since: Date.now() };
  #process: LaunchedProcess | undefined;
  #stopping = false;
  #launchedAt = 0;

  constructor(
    readonly plan: ServicePlan,
    private readonly setting: SupervisorSetting,
  ) {}

  get readiness(): Readiness {
    return this.#readiness;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  get port(): number {
    return this.setting.port;
  }

  /** Launches the service; resolves when it is ready or given up. */
  async start(): Promise<void> {
    const { plan, setting } = this;
    if (plan.port !== 0 && !(await isFree(plan.port))) {
      return this.#down({ kind: 'port-taken', port: plan.port });
    }
    if (this.#stopping) return;
    this.#launchedAt = Date.now();
    const spec = { command: setting.command, cwd: plan.cwd, env: setting.env, logFile: plan.logFile };
    const launched = launchProcess(spec);
    this.#process = launched;
    setting.onLaunch();
    const ended = launched.ended.then((evidence) => this.#down(evidence));
    await Promise.race([ended, this.#becomeReady()]);
    if (this.#readiness.state !== 'down') void this.#watch();
  }

  /** The service is not started at all, for a reason outside itself. */
  giveUp(evidence: Evidence): void {
    this.#down(evidence);
  }

  /** Stops the service within its deadline; what is left of it then is killed. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#process?.stop(this.plan.deadlines.stop);
  }

  async #becomeReady(): Promise<void> {
    const deadline = this.#launchedAt + this.plan.deadlines.ready;
    while (!this.#isOver()) {
      const result = await probeService(this.plan, this.port);
      if (this.#isOver()) return;
      if (result.kind === 'ready') return this.#ready();
      if (Date.now() >= deadline) return this.#late(result.evidence);
      this.#change({ state: 'starting', since: this.#launchedAt, evidence: result.evidence });
      await sleep(pollPace(Date.now() - this.#launchedAt));
    }
  }

  async #watch(): Promise<void> {
    while (!this.#isOver()) {
      await sleep(WATCH_PACE);
      if (this.#isOver()) return;
      this.#note(await probeService(this.plan, this.port));
    }
  }

  #note(result: ProbeResult): void {
    if (this.#isOver()) return;
    const { state } = this.#readiness;
    if (result.kind === 'ready' && state !== 'ready') this.#ready();
    if (result.kind === 'not-ready' && state === 'ready') {
      this.#change({ state: 'degraded', since: Date.now(), evidence: result.evidence });
    }
  }

  #isOver(): boolean {
    return this.#stopping || this.#hasEnded;
  }

  get #hasEnded(): boolean {
    const { state } = this.#readiness;
    return state === 'down' && ['exit', 'launch'].includes(this.#readiness.evidence.kind);
  }

  #ready(): void {
    const now = Date.now();
    this.#change({ state: 'ready', since: now, startedInMs: now - this.#launchedAt });
  }

  #late(last: Evidence): void {
    this.#down({ kind: 'late', afterMs: this.plan.deadlines.ready, last });
  }

  #down(evidence: Evidence): void {
    if (this.#stopping) return;
    this.#change({ state: 'down', since: Date.now(), evidence });
  }

  #change(readiness: Readiness): void {
    const before = this.#readiness.state;
    this.#readiness = readiness;
    if (before !== readiness.state) this.setting.onChange(readiness);
  }
}
