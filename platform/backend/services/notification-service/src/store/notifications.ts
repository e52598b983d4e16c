import { sql } from 'kysely';
import type { Selectable } from 'kysely';

import { appendEvents } from '../events/store';
import type { Db } from '../kit';
import { letterOf } from '../notices';
import type { NumberedNotice } from '../notices';
import type { Recipient } from '../reader';
import { offsetOf } from '../schema';
import type { Notification, NotificationQuery } from '../schema';
import type { NotificationTables } from '../tables';
import { mailUsers } from './mails';
import { withoutStrangers } from './people';

function notificationOf(row: Selectable<NotificationTables['notifications']>): Notification {
  const { id, kind, title, text, link } = row;
  const readAt = row.read_at?.toISOString() ?? null;
  return { id, kind, title, text, link, createdAt: row.created_at.toISOString(), readAt };
}

/** Writes a notice into the notifications, the live streams and the outbox; returns whose. */
export async function tellUsers(
  db: Db,
  notice: NumberedNotice,
  appUrl: string,
): Promise<readonly string[]> {
  const { id, accountId, kind, title, text, link } = notice;
  const known = [...new Set(notice.userIds)];
  const addressees = await withoutStrangers(db, { accountId, userIds: known });
  if (addressees.length === 0) return [];
  const rows = await db
    .insertInto('notifications')
    .values(
      addressees.map((userId) => ({
        ...{ notice_id: id, account_id: accountId, user_id: userId },
        ...{ kind, title, text, link },
      })),
    )
    .onConflict((conflict) => conflict.columns(['user_id', 'notice_id']).doNothing())
    .returningAll()
    .execute();
  const events = rows.map((row) => ({
    userId: row.user_id,
    data: { notification: notificationOf(row) },
  }));
  await appendEvents(db, 'notification', events);
  const userIds = rows.map((row) => row.user_id);
  await mailUsers(db, { accountId, userIds }, letterOf(notice, appUrl));
  return userIds;
}

/** A user's notifications, newest first. */
export async function listNotifications(db: Db, reader: Recipient, query: NotificationQuery) {
  let own = db
    .selectFrom('notifications')
    .where('user_id', '=', reader.userId)
    .where('account_id', '=', reader.accountId);
  const count = own.select((each) => [
    each.fn.countAll<string>().as('total'),
    each.fn.countAll<string>().filterWhere('read_at', 'is', null).as('unread'),
  ]);
  if (query.unread) own = own.where('read_at', 'is', null);
  const rows = await own
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(query.pageSize)
    .offset(offsetOf(query))
    .execute();
  const counted = await count.executeTakeFirstOrThrow();
  const unread = Number(counted.unread);
  const total = query.unread ? unread : Number(counted.total);
  const { page, pageSize } = query;
  return { items: rows.map(notificationOf), total, unread, page, pageSize };
}

/** Marks a user's notifications read, one or all; returns how many there were of that choice. */
export async function readNotifications(
  db: Db,
  { userId, accountId }: Recipient,
  id?: string,
): Promise<{ readonly found: number; readonly changed: number }> {
  let own = db
    .updateTable('notifications as n')
    .from('notifications as before')
    .whereRef('before.id', '=', 'n.id')
    .set({ read_at: sql<Date>`coalesce(before.read_at, now())` })
    .where('n.user_id', '=', userId)
    .where('n.account_id', '=', accountId)
    .returning('before.read_at as readBefore');
  own = id === undefined ? own.where('n.read_at', 'is', null) : own.where('n.id', '=', id);
  const rows = await own.execute();
  const changed = rows.filter(({ readBefore }) => readBefore === null).length;
  if (changed > 0) await appendEvents(db, 'read', [{ userId, data: { notificationId: id ?? null } }]);
  return { found: rows.length, changed };
}
