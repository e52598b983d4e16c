import type { AuthEvent } from '../authClient';
import type { Db, UserKit } from '../kit';

async function cursorOf(db: Db, accountId: string): Promise<number> {
  const row = await db
    .selectFrom('audit_cursors')
    .select('last_event')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return Number(row?.last_event ?? 0);
}

async function storeEvents(db: Db, accountId: string, events: readonly AuthEvent[]): Promise<void> {
  const rows = events.map((event) => ({
    account_id: accountId,
    at: new Date(event.at),
    actor_id: event.userId,
    actor_name: event.userName,
    action: `auth.${event.action}`,
    details: JSON.stringify(event.details),
    auth_event: event.id,
  }));
  await db
    .insertInto('audit_entries')
    .values(rows)
    .onConflict((conflict) => conflict.constraint('audit_entries_auth_event').doNothing())
    .execute();
}

async function moveCursor(db: Db, accountId: string, last: number): Promise<void> {
  await db
    .insertInto('audit_cursors')
    .values({ account_id: accountId, last_event: last })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet({ last_event: last })
        .where('audit_cursors.last_event', '<', String(last)),
    )
    .execute();
}

/** Brings an account's audit log up to date with what happened at auth-service. */
export async function collectAuthEvents({ db, auth }: UserKit, accountId: string): Promise<void> {
  let cursor = await cursorOf(db, accountId);
  for (;;) {
    const events = await auth.eventsAfter(accountId, cursor);
    const last = events.at(-1)?.id ?? cursor;
    if (events.length > 0) await storeEvents(db, accountId, events);
    // Recent events come again and again; only a higher number is news.
    if (last <= cursor) return;
    cursor = last;
    await moveCursor(db, accountId, cursor);
  }
}
