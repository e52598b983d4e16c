/** A group in the queue of a phase. */
export interface Job {
  readonly project: number;
  readonly worker: number;
  /** Milliseconds in a warm worker. */
  readonly cost: number;
  readonly locks: readonly string[];
}

/** What the queue is worked off with. */
export interface QueueSetting {
  readonly workers: number;
  /** What a new worker costs, by project. */
  readonly starts: readonly number[];
  /** Limits of workers, by project. */
  readonly limits: readonly (number | undefined)[];
}

interface Slot {
  free: number;
  worker: number;
  job: Job | undefined;
}

/**
 * When the last of these jobs has ended, in milliseconds: Playwright's own dispatcher, which takes the
 * first job whose locks are free and whose project has a worker left, and gives it to an idle worker of
 * the same kind, or else to the first idle one.
 */
export function runQueue(jobs: readonly Job[], setting: QueueSetting): number {
  const slots = Array.from({ length: setting.workers }, (): Slot => ({ free: 0, worker: -1, job: undefined }));
  const queue = [...jobs];
  let now = 0;
  for (;;) {
    while (startNext(queue, slots, { now, setting }));
    const busy = slots.filter(({ job }) => job !== undefined);
    if (busy.length === 0) return now;
    now = Math.min(...busy.map(({ free }) => free));
    for (const slot of busy) if (slot.free === now) slot.job = undefined;
  }
}

function startNext(queue: Job[], slots: readonly Slot[], { now, setting }: { now: number; setting: QueueSetting }): boolean {
  const idle = slots.filter(({ job }) => job === undefined);
  if (idle.length === 0) return false;
  const index = firstToRun(queue, slots, setting);
  const job = queue[index];
  if (!job) return false;
  const slot = idle.find(({ worker }) => worker === job.worker) ?? idle[0];
  if (!slot) return false;
  queue.splice(index, 1);
  const start = slot.worker === job.worker ? 0 : (setting.starts[job.project] ?? 0);
  Object.assign(slot, { free: now + start + job.cost, worker: job.worker, job });
  return true;
}

function firstToRun(queue: readonly Job[], slots: readonly Slot[], { limits }: QueueSetting): number {
  const running = slots.flatMap(({ job }) => job ?? []);
  const held = new Set(running.flatMap(({ locks }) => locks));
  return queue.findIndex(({ project, locks }) => {
    if (locks.some((lock) => held.has(lock))) return false;
    const limit = limits[project];
    return !limit || running.filter((one) => one.project === project).length < limit;
  });
}
