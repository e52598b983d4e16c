import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { STATE_VARIABLE } from '../../support/config/state-variable';
import { redact } from '../../support/secrets/redact';
import { SecretStore } from '../../support/secrets/secret-store';

interface Attachment {
  readonly name: string;
  readonly path?: string;
}

const PICTURE = /\.(jpe?g|png|webp|woff2?|ttf|ico|gif)$/i;

/**
 * Takes the run's secrets out of attached traces: a trace holds every request with its headers, and
 * is sent round. Done at once and in place, before other reporters copy the file.
 */
export function redactAttachments(attachments: readonly Attachment[]): void {
  const traces = attachments.filter(({ name, path }) => name === 'trace' && path?.endsWith('.zip'));
  const stateFile = process.env[STATE_VARIABLE];
  if (traces.length === 0 || !stateFile) return;
  const secrets = new SecretStore(stateFile).all();
  for (const { path } of traces) {
    if (!path) continue;
    try {
      redactTrace(path, secrets);
    } catch {
      // Cut off by a full disk, say. What cannot be cleaned is not kept.
      rmSync(path, { force: true });
    }
  }
}

/** Rewrites one trace without the secrets; pictures are left as they are. */
export function redactTrace(file: string, secrets: readonly string[]): void {
  const entries = unzipSync(readFileSync(file));
  const clean = Object.entries(entries).map(([name, content]): [string, Uint8Array] => {
    if (PICTURE.test(name)) return [name, content];
    // Latin-1 keeps every byte, so that an entry that is no text comes out as it went in.
    return [name, strToU8(redact(strFromU8(content, true), secrets), true)];
  });
  writeFileSync(file, zipSync(Object.fromEntries(clean), { level: 1 }));
}
