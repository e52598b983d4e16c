import { setTimeout as sleep } from 'node:timers/promises';
import type { Launched } from '../../launchers/launched';
import { nextReadiness } from '../../readiness/next-readiness';
import type { Evidence, Identity, ProbeResult, Readiness } from '../../readiness/readiness';
import type { ServicePlan } from '../stack-plan';
import { pollPace, watchLook } from './poll-pace';
import { probeService } from './probe-service';

/** What a supervisor is given by the keeper: the address, the way to launch, and who listens. */
export interface SupervisorSetting {
  /** Where the service is asked: at its own port, or that of a proxy before it. */
  readonly url: string;
  readonly launch: () => Launched;
  readonly onChange: (readiness: Readiness) => void;
  readonly onLaunch: () => void;
}

/** Starts one service, watches it, and stops it. */
export class Supervisor {
  #readiness: Readiness = { state: 'starting', since: Date.now() };
  #launched: Launched | undefined;
  #stopping = false;
  #identity: Identity | undefined;
  #launchedAt = 0;
  #misses = 0;

  constructor(
    readonly plan: ServicePlan,
    private readonly setting: SupervisorSetting,
  ) {}

  get readiness(): Readiness {
    return this.#readiness;
  }

  /** Who the service said that it is when it was ready. */
  get identity(): Identity | undefined {
    return this.#identity;
  }

  get pid(): number | undefined {
    return this.#launched?.pid;
  }

  /** Launches the service; resolves when it is ready or given up. */
  async start(): Promise<void> {
    const { setting } = this;
    if (this.#stopping) return;
    this.#launchedAt = Date.now();
    this.#change({ state: 'starting', since: this.#launchedAt });
    const launched = setting.launch();
    this.#launched = launched;
    setting.onLaunch();
    const ended = launched.ended.then((evidence) => this.#down(evidence));
    await Promise.race([ended, this.#becomeReady()]);
    if (!this.#isOver()) void this.#watch();
  }

  /** The service is not started at all, for a reason outside itself. */
  giveUp(evidence: Evidence): void {
    this.#down(evidence);
  }

  /** Ends the service as a crash would. */
  async kill(): Promise<void> {
    await this.#launched?.kill();
  }

  /** Stops the service as a deployment would; `start` brings it up again. Resolves with how it ended. */
  async halt(): Promise<Evidence | undefined> {
    await this.#launched?.stop(this.plan.deadlines.stop);
    return this.#launched?.ended;
  }

  /** Stops the service within its deadline; what is left of it then is killed. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#launched?.stop(this.plan.deadlines.stop);
  }

  async #becomeReady(): Promise<void> {
    const deadline = this.#launchedAt + this.plan.deadlines.ready;
    while (!this.#isOver()) {
      const result = await this.#probe(this.plan.deadlines.answer);
      if (this.#isOver()) return;
      if (result.kind === 'ready') {
        this.#identity = result.identity;
        return this.#ready();
      }
      if (Date.now() >= deadline) return this.#late(result.evidence);
      this.#change({ state: 'starting', since: this.#launchedAt, evidence: result.evidence });
      await sleep(pollPace(Date.now() - this.#launchedAt));
    }
  }

  async #watch(): Promise<void> {
    const launched = this.#launched;
    const isMine = () => !this.#isOver() && this.#launched === launched;
    while (isMine()) {
      const { afterMs, answerMs } = watchLook(this.#misses);
      await sleep(afterMs);
      if (!isMine()) return;
      const asked = performance.now();
      const timeout = Math.min(answerMs, this.plan.deadlines.answer);
      const result = await this.#probe(timeout);
      if (!isMine()) return;
      // The keeper itself was kept from running: the answer's lateness says nothing of the service.
      const isOwnFault = performance.now() - asked > timeout + 400;
      if (result.kind === 'ready' || !isOwnFault) this.#note(result);
    }
  }

  #probe(timeoutMs: number): Promise<ProbeResult> {
    return probeService(this.plan, this.setting.url, timeoutMs);
  }

  #note(result: ProbeResult): void {
    const next = nextReadiness({ readiness: this.#readiness, misses: this.#misses }, result, Date.now());
    this.#misses = next.misses;
    this.#change(next.readiness);
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
