import { randomUUID } from 'node:crypto';
import type { Letter } from '../../../backend/services/notification-service/src/notices';
import type { Mail } from '../../../backend/services/notification-service/src/schema';

/** The e-mails that went out, by account. */
export class Mails {
  readonly #of = new Map<string, Mail[]>();

  /** Puts an e-mail into the outbox; returns its id. */
  send(accountId: string, to: string, { subject, text }: Letter): string {
    const id = randomUUID();
    const mail = { id, to, subject, text, createdAt: new Date().toISOString() };
    this.#of.set(accountId, [mail, ...(this.#of.get(accountId) ?? [])]);
    return id;
  }

  /** The e-mails of an account, newest first. */
  of(accountId: string): readonly Mail[] {
    return this.#of.get(accountId) ?? [];
  }
}
