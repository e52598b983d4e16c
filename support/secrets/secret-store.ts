import { appendFileSync, readFileSync, rmSync } from 'node:fs';

/**
 * The secrets of a run (tokens of its sessions), kept beside the state file so that the reporter can
 * take them out of traces. Readable by this user alone, removed with the stack.
 */
export class SecretStore {
  readonly #file: string;

  constructor(stateFile: string) {
    this.#file = `${stateFile}.secrets`;
  }

  /** Remembers secrets; called by workers, side by side. */
  add(secrets: readonly string[]): void {
    if (secrets.length === 0) return;
    const lines = secrets.map((secret) => `${JSON.stringify(secret)}\n`).join('');
    appendFileSync(this.#file, lines, { mode: 0o600 });
  }

  /** All that were remembered, longest first: a secret may be a part of another. */
  all(): readonly string[] {
    try {
      const lines = readFileSync(this.#file, 'utf8').split('\n').filter(Boolean);
      const secrets = lines.map((line) => String(JSON.parse(line)));
      return [...new Set(secrets)].sort((one, other) => other.length - one.length);
    } catch {
      return [];
    }
  }

  /** Forgets them. */
  remove(): void {
    rmSync(this.#file, { force: true });
  }
}
