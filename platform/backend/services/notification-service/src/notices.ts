import { randomUUID } from 'node:crypto';

import type { numberedNotice } from '@officina/shared/client/notice';
import type { Identity } from '@officina/shared/identity/identity';
import type { z } from 'zod';

/** Something to tell users of one account; the same id twice is told once. */
export type NumberedNotice = Readonly<z.output<typeof numberedNotice>>;

/** What an e-mail says. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** The notice to those with whom a thread was started. */
export function startedNotice(
  { accountId, name }: Identity,
  thread: { readonly id: string; readonly subject: string; readonly userIds: readonly string[] },
): NumberedNotice {
  const { id, subject: title, userIds } = thread;
  const link = `/messages/${id}`;
  return { id: randomUUID(), accountId, userIds: [...userIds], kind: 'thread.started', title, text: name, link };
}

/** A notice as an e-mail. */
export function letterOf({ title, text, link }: NumberedNotice, appUrl: string): Letter {
  const lines = [text, link === null ? '' : `${appUrl}${link}`].filter((line) => line !== '');
  return { subject: title, text: lines.join('\n\n') };
}
