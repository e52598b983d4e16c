import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import type { Account } from '../manifest/strategies';
import { holdingLock } from '../stack/lock-file';

// An outage passes; a wrong password does not.
const PASSING = /ECONN|fetch failed|ETIMEDOUT|timeout|\b50[234]\b/i;

/** The file of a run's failed sign-ins, beside its state file. */
export function failedSignInsFile(stateFile: string): string {
  return `${stateFile}.failed-sign-ins`;
}

/**
 * The sign-ins that have failed in this run, over all its workers: each failed test ends its worker,
 * and without this every one of a hundred tests would try the same wrong password again.
 */
export class FailedSignIns {
  readonly #file: string;

  constructor(stateFile: string) {
    this.#file = failedSignInsFile(stateFile);
  }

  /** The message with which this account was refused before, if it was. */
  find(account: Account): string | undefined {
    try {
      const lines = readFileSync(this.#file, 'utf8').split('\n').filter(Boolean);
      const known = new Map(lines.map((line) => JSON.parse(line) as [string, string])); // written below
      return known.get(keyOf(account));
    } catch {
      return undefined;
    }
  }

  /** Does the work while no other worker does any for this account: what fails for one is known to the next. */
  alone<T>(account: Account, work: () => Promise<T>): Promise<T> {
    return holdingLock(`${this.#file}.${keyOf(account)}`, work);
  }

  /** Remembers that this account was refused, unless the reason is one that passes. */
  add(account: Account, message: string): void {
    if (PASSING.test(message)) return;
    appendFileSync(this.#file, `${JSON.stringify([keyOf(account), message])}\n`, { mode: 0o600 });
  }
}

function keyOf({ email, password, totpSecret = '' }: Account): string {
  return createHash('sha256').update([email, password, totpSecret].join('\0')).digest('hex');
}
