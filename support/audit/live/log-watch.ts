import { closeSync, openSync, readSync, statSync, truncateSync } from 'node:fs';

const HEAD = 64 * 1024;
const TAIL = 64 * 1024;
const MOST = 16 * 1024 * 1024;
const PACE = 250;

/** Reads logs that grow, and keeps one that never ends from filling the disk. */
export class LogWatch {
  readonly #heads = new Map<string, string>();
  readonly #timer: NodeJS.Timeout;

  constructor(files: readonly string[]) {
    this.#timer = setInterval(() => files.forEach((file) => this.#bound(file)), PACE);
    this.#timer.unref();
  }

  /** The beginning of a log, and its end where it is longer than one reads. */
  read(file: string): string {
    const head = this.#heads.get(file);
    const size = sizeOf(file);
    const start = head === undefined ? part(file, 0, HEAD) : head;
    return size > HEAD ? `${start}\n${part(file, Math.max(HEAD, size - TAIL), TAIL)}` : start;
  }

  /** The part of a log that came after `from` (bytes). */
  readSince(file: string, from: number): string {
    return part(file, Math.min(from, sizeOf(file)), HEAD);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #bound(file: string): void {
    if (sizeOf(file) <= MOST) return;
    if (!this.#heads.has(file)) this.#heads.set(file, part(file, 0, HEAD));
    // Services append: what they write next goes to the new beginning.
    truncateSync(file, 0);
  }
}

/** The size of a file (bytes); 0 when there is none. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function part(file: string, from: number, length: number): string {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const buffer = Buffer.alloc(length);
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, length, from));
  } catch {
    return '';
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
