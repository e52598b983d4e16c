import type { UserKit } from '../kit';

/** Brings an account's audit log up to date with what happened at auth-service. */
export async function collectAuthEvents(
  { store: { audit }, auth }: UserKit,
  accountId: string,
): Promise<void> {
  let cursor = await audit.lastEvent(accountId);
  for (;;) {
    const events = await auth.eventsAfter(accountId, cursor);
    const last = events.at(-1)?.id ?? cursor;
    if (events.length > 0) await audit.keepEvents(accountId, events);
    // Recent events come again and again; only a higher number is news.
    if (last <= cursor) return;
    cursor = last;
    await audit.moveOn(accountId, cursor);
  }
}
